#!/usr/bin/env node
import { createProxy } from '../create-proxy.js';
import { nodeListener } from '../node.js';
import { openStore } from '../stores/open-store.js';
import { checks } from './checks.js';
import { inVariables, readEnvironment } from './environment.js';
import { serve } from './serve.js';

// `pattern-generator-proxy`: the proxy as a server of its own. What it can be told is in its environment (see demo/guide/proxy.md).

/** A paid request that is under way is worth waiting for. */
const PATIENCE = 100_000;

async function start(): Promise<void> {
  const { options: given, store: address, port, host } = readEnvironment(process.env);
  const options = { ...given, store: await openStore(address) };
  for await (const { fine, text, fatal } of checks(options)) {
    console[fine ? 'log' : 'error'](`${fine ? '✓' : '✗'} ${text}`);
    if (fatal) process.exit(1);
  }
  const proxy = createProxy(options);
  const serving = await serve(nodeListener(proxy), port, host);
  console.log(`Proxy: http://${host.includes(':') ? `[${host}]` : host}:${serving.port}${proxy.basePath}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1); // asked twice: at once
    stopping = true;
    console.log('Stopping: what is under way is finished first. Once more to stop at once.');
    await Promise.all([serving.stop(PATIENCE), proxy.idle()]);
    await proxy.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

start().catch((error: unknown) => {
  console.error(`✗ ${inVariables((error as Error).message)}`);
  process.exit(1);
});
