// A vendor whose answers a test decides: counts what it is asked and keeps the requests as they arrived.
import { createProxy, type ProxyOptions } from '../../src/proxy/index.js';
import type { FakeClock } from '../support/simulation.js';
import { untilIdle } from '../support/under-way.js';
import { silent, SHOP } from './shop.js';

export const CANARY = 'px_live_canary_1f4b9c7e';
export const UPSTREAM = 'https://vendor.example';

export interface Asked {
  url: string;
  method: string;
  headers: Headers;
  text: string;
  redirect?: RequestRedirect;
}

export const pattern = (more: Record<string, unknown> = {}) => ({
  success: true,
  niche: 'mosaic',
  dimensions: { cols: 2, rows: 1, total_units: 2 },
  materials: [{ id: '1', name: 'Red', hex: '#ff0000', quantity: 2, percentage: 100 }],
  assembly_guide: [{ step: 1, direction: 'row', runs: [{ color: 'Red', hex: '#ff0000', count: 2 }] }],
  difficulty: 'easy',
  ...more,
});

export const usage = (used: number, more: Record<string, unknown> = {}) => ({
  api_key: 'px_live_****',
  plan: 'business',
  period: '2026-11',
  calls_used: used,
  calls_limit: 2000,
  calls_remaining: 2000 - used,
  reset_date: '2026-12-01',
  daily_breakdown: [{ date: '2026-11-01', calls: used }],
  ...more,
});

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** Answers by the last part of the path. Each paid answer counts unless the test says otherwise. */
export class Vendor {
  asked: Asked[] = [];
  used = 7;
  answers: Record<string, (asked: Asked) => Response | Promise<Response>> = {
    usage: () => json(usage(this.used)),
    niches: () => json({ niches: [] }),
    generate: () => json(pattern({ usage: usage(++this.used) })),
    pdf: () => new Response('%PDF-1.7', { headers: { 'Content-Type': 'application/pdf' } }),
  };
  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(input, { ...init, signal: undefined });
    const asked: Asked = {
      url: request.url,
      method: request.method,
      headers: request.headers,
      text: await request.text(),
      redirect: init.redirect,
    };
    this.asked.push(asked);
    const name = new URL(request.url).pathname.split('/').at(-1)!;
    const answer = Promise.resolve((this.answers[name] ?? (() => json({ error: true, code: 'NOT_FOUND' }, 404)))(asked));
    const { signal } = init;
    if (!signal) return answer;
    return Promise.race([
      answer,
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    ]);
  };
  get paid() {
    return this.asked.filter(({ url }) => url.endsWith('/generate'));
  }
  proxy(options: Partial<ProxyOptions> = {}) {
    return createProxy({
      apiKey: CANARY,
      upstream: UPSTREAM,
      origins: SHOP,
      fetch: this.fetch as typeof fetch,
      log: silent,
      ...options,
    });
  }
}

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

/** Everything that is really under way has had its turn. */
export const quiet = (): Promise<void> => untilIdle(aMoment, 8);

/** Time goes on as far as the work needs it, and never before everything that is really under way is done. */
export async function run<T>(clock: FakeClock, work: Promise<T>): Promise<T> {
  let done = false;
  const end = () => void (done = true);
  work.then(end, end);
  // What nobody can watch is given some time where no timer runs at all.
  for (let patience = 500; patience; patience--) {
    await quiet();
    if (done) return work;
    const earliest = Math.min(...[...clock.timers.values()].map(({ at }) => at));
    if (earliest === Infinity) continue;
    await clock.advanceTo(earliest);
    patience = 500;
  }
  throw new Error('Waiting for something that no timer will bring');
}
