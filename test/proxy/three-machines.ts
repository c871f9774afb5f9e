// Three proxies as processes of their own behind a plain round robin, on one Redis.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { start, type Machine } from './machine.js';
import { roundRobin } from './round-robin.js';
import { KEY } from './shop.js';

export interface Machines {
  machines: Machine[];
  /** What pages give as their `endpoint`. */
  url: string;
  stop(): Promise<void>;
}

export async function startThree(environment: Record<string, string>, command?: string[]): Promise<Machines> {
  const usual = { API_KEY: KEY, TRUST_PROXY: '1', VISITOR_DAY: '1000', SITE_MINUTE: '1000' };
  const started = [0, 1, 2].map(() => start({ ...usual, ...environment }, command));
  const kill = () => Promise.all(started.map(({ kill }) => kill('SIGKILL')));
  const machines = await Promise.all(started.map(({ ready }) => ready)).catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  const balancer = createServer(roundRobin(machines)).listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  return {
    machines,
    url: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}/patterns`,
    async stop() {
      balancer.close();
      balancer.closeAllConnections();
      await kill();
    },
  };
}
