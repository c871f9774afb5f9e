// One server of the proxy's bench, as a process of its own: `tsx test/bench/proxy.server.ts vendor|plain|bytes [upstream]`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { answerOf } from './proxy.answer.js';

const [kind, upstream = ''] = process.argv.slice(2);
const say = (port: number) => console.log(`Listening: ${port}`);

if (kind === 'vendor') {
  // Answers at once, and counts what it is asked to make.
  let used = 0;
  createServer((request, response) => {
    request.resume().on('end', () => {
      const paid = request.url!.endsWith('/generate');
      if (paid) used++;
      const told = { calls_used: used, calls_limit: 1e9, calls_remaining: 1e9 - used, reset_date: '2099-01-01' };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(paid ? { ...answerOf(40_000), usage: told } : told));
    });
  }).listen(0, '127.0.0.1', function (this: { address(): unknown }) {
    say((this.address() as AddressInfo).port);
  });
} else {
  const app = new Hono();
  const bytes = JSON.stringify(answerOf(40_000));
  if (kind === 'bytes')
    app.all('*', async (call) => {
      await call.req.arrayBuffer();
      return call.body(bytes, 200, { 'Content-Type': 'application/json' });
    });
  else app.all('/patterns/*', (call) => proxy(upstream + call.req.path.slice('/patterns'.length), call.req));
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => say(port));
}
