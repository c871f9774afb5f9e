import { Hono } from 'hono';
import type { Call, Env, Services } from '../services.js';
import { readFault } from './fail.js';
import { ControlError, type Order } from './numbers.js';
import { ownPageOnly } from './own-page.js';
import { set } from './set.js';
import { stateOf } from './state.js';

/** The control API below `/_control`: no part of either contract. `name`: what the server listens on. */
export function control(services: Services, name?: string): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((error, call) => {
    if (error instanceof ControlError) return call.json({ error: true, message: error.message }, 400);
    console.error('Control request failed:', error);
    return call.json({ error: true, message: 'The control API failed; see the console of the server' }, 500);
  });
  app.use(ownPageOnly(name));
  app.post('/reset', (call) => {
    void services.proxies?.reset();
    services.accounts.startAfresh();
    services.minutes.forget();
    services.log.clear();
    services.faults.clear();
    services.clock.set(null);
    Object.assign(services.settings, { latencyMs: 0, exposeHeaders: true });
    return call.json(stateOf(services));
  });
  app.post('/set', async (call) => {
    set(services, await orderOf(call));
    return call.json(stateOf(services));
  });
  app.post('/fail', async (call) => {
    services.faults.add(readFault(await orderOf(call)));
    return call.json(stateOf(services));
  });
  app.get('/log', (call) => call.json(services.log.list()));
  app.get('/asked', (call) => call.json(services.proxies?.list() ?? []));
  app.get('/outbox', (call) => call.json(services.outbox.list()));
  app.get('/state', (call) => call.json(stateOf(services)));
  app.all('*', (call) => call.json({ error: true, message: 'POST reset, set, fail; GET log, asked, outbox, state' }, 404));
  return app;
}

async function orderOf(call: Call): Promise<Order> {
  const order: unknown = await call.req.json().catch(() => undefined);
  if (typeof order !== 'object' || order === null || Array.isArray(order))
    throw new ControlError('The body must be a JSON object');
  return order as Order;
}
