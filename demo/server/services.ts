import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Clock } from './clock.js';
import type { Accounts } from './data/accounts.js';
import type { Counters } from './data/counters.js';
import type { Credits } from './data/credits.js';
import type { Outbox } from './data/outbox.js';
import type { Results } from './data/results.js';
import type { Faults } from './faults.js';
import type { MinuteLimits } from './minute-limit.js';
import type { LogEntry, RequestLog } from './request-log.js';
import type { Run } from './work/jobs.js';

/** What the control API can turn besides accounts; none of it outlives the process. */
export interface Settings {
  latencyMs: number;
  /** false: browsers cannot read the quota headers, as with an API that forgot Access-Control-Expose-Headers */
  exposeHeaders: boolean;
}

export interface Services {
  clock: Clock;
  settings: Settings;
  accounts: Accounts;
  counters: Counters;
  credits: Credits;
  minutes: MinuteLimits;
  results: Results;
  outbox: Outbox;
  log: RequestLog;
  faults: Faults;
  /** what stands before the API, where something does: shown and set back by the control API */
  proxies?: { list(): unknown[]; reset(): Promise<unknown> };
  /** the long jobs, in threads of their own: counters hold a use for them meanwhile */
  run: Run;
}

export interface Env {
  /** absent where the app is called without a socket */
  Bindings: Partial<HttpBindings>;
  Variables: {
    entry: LogEntry;
    /** what Access-Control-Allow-Origin will say, null for nothing */
    allowOrigin: string | null;
  };
}

export type Call = Context<Env>;
export type Handler = (call: Call) => Response | Promise<Response>;
