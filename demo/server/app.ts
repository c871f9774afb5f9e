import { Hono } from 'hono';
import { apiRequest } from './api-request.js';
import { createClock } from './clock.js';
import { control } from './control/routes.js';
import { Accounts } from './data/accounts.js';
import { Counters } from './data/counters.js';
import { Credits } from './data/credits.js';
import { Outbox } from './data/outbox.js';
import { Results } from './data/results.js';
import { openStore } from './data/store.js';
import { Faults } from './faults.js';
import { MinuteLimits } from './minute-limit.js';
import { picsart } from './picsart/routes.js';
import { pixcraft } from './pixcraft/routes.js';
import { RequestLog } from './request-log.js';
import type { Env, Services } from './services.js';
import { Pool } from './work/pool.js';

export interface AppOptions {
  /** where accounts, counters and results are kept; made when it is not there */
  dataDir: string;
  /** the name it listens on, for the control API */
  host?: string;
  /** the real time in milliseconds; the control API sets the API's own clock on top of it */
  clock?: () => number;
  /** what stands before the API and is shown and set back with it */
  proxies?: Services['proxies'];
  /** for tests: what does the long jobs */
  run?: Services['run'];
}

/** The three things a host answers here; whatever else it serves is its own affair. */
export const API_PATHS = /^\/(?:api|tools|_control)(?:\/|$)/;

/** Both contracts and the control API, as one `fetch`. `close()` when nothing is under way any more. */
export function createApp(options: AppOptions) {
  const store = openStore(options.dataDir);
  const clock = createClock(options.clock);
  const pool = new Pool();
  const services: Services = {
    clock,
    settings: { latencyMs: 0, exposeHeaders: true },
    accounts: new Accounts(store),
    counters: new Counters(store, clock),
    credits: new Credits(store),
    minutes: new MinuteLimits(clock),
    results: new Results(store, clock),
    outbox: new Outbox(store, clock),
    log: new RequestLog(),
    faults: new Faults(),
    proxies: options.proxies,
    run: options.run ?? pool.run,
  };
  const underWay = new Set<Promise<void>>();
  const app = new Hono<Env>();
  app.use(async (_, next) => {
    const work = next();
    underWay.add(work);
    await work.finally(() => underWay.delete(work));
  });
  for (const path of ['/api/*', '/tools/*']) app.use(path, apiRequest(services));
  app.route('/api/v1', pixcraft(services));
  app.route('/tools/1.0', picsart(services));
  app.route('/_control', control(services, options.host));
  return {
    app,
    fetch: app.fetch,
    /** the API's own time */
    now: clock.now,
    /** A client that went away does not stop the work, and the work needs the store: wait for it. */
    idle: async () => void (await Promise.allSettled(underWay)),
    async close(): Promise<void> {
      store.close();
      await pool.close();
    },
  };
}
