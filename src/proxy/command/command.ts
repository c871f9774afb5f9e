#!/usr/bin/env node
import { createProxy } from '../create-proxy.js';
import { nodeListener } from '../node.js';
import { prepare } from './prepare.js';
import { serve } from './serve.js';

// `pattern-generator-proxy`: the proxy as a server of its own. What it can be told is in its environment (see demo/guide/proxy.md).

/** A paid request that is under way is worth waiting for. */
const PATIENCE = 100_000;

/** Until something is served there is nothing to finish. The first process of a container is stopped by nothing but this. */
let finish = async () => {};
let stopping = false;
async function stop(): Promise<void> {
  if (stopping) process.exit(1); // asked twice: at once
  stopping = true;
  await finish();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

async function start(): Promise<void> {
  const { options, port, host } = await prepare(process.env);
  const proxy = createProxy(options);
  const serving = await serve(nodeListener(proxy), port, host);
  finish = async () => {
    console.log('Stopping: what is under way is finished first. Once more to stop at once.');
    await Promise.all([serving.stop(PATIENCE), proxy.idle()]);
    await proxy.close();
  };
  console.log(`Proxy: http://${host.includes(':') ? `[${host}]` : host}:${serving.port}${proxy.basePath}`);
}

start().catch((error: unknown) => {
  console.error(`✗ ${(error as Error).message}`);
  process.exit(1);
});
