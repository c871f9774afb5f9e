import { knowCount, recount } from '../../../src/api/counter.js';
import { sendPaid } from '../../../src/api/paid.js';
import type { Account } from '../../../src/api/account.js';
import { failure } from '../flight/world.js';
import { KEY, Log, TERMS, Vendor } from './vendor.js';

let vendor: Vendor;
let account: Account;
let log: Log;
let late: unknown[];
beforeEach(async () => {
  vendor = new Vendor();
  account = await vendor.account();
  await vendor.clock.run(knowCount(account, TERMS));
  log = new Log();
  late = [];
});

const send = (terms = TERMS, tower = log, write = () => ({ body: '{}' }), insists = false) =>
  vendor.clock.run(
    sendPaid(
      account,
      {
        write,
        read({ body }) {
          const { pattern } = Object(body);
          if (!pattern) throw new Error('no pattern');
          return pattern as string;
        },
        late: (answer) => late.push(answer),
        insists,
      },
      terms,
      tower,
    ),
  );
const looks = () => vendor.looks.length - 1;

it('a good answer costs one request and no look at the counter', async () => {
  expect(await send()).toBe('p');
  expect([vendor.paid.length, looks(), vendor.used]).toEqual([1, 0, 11]);
  expect(log.said).toEqual(['sending 10']);
  expect(account.ledger.known.used).toBe(11);
});

describe.each([500, 502, 503])('an answer of %i', (status) => {
  it('that was not counted is sent again after a look at the counter', async () => {
    vendor.fates = [{ status }];
    expect(await send()).toBe('p');
    expect([vendor.paid.length, looks(), vendor.used]).toEqual([2, 1, 11]);
    expect(log.said).toEqual(['sending 10', 'ended', 'sending 10']);
  });

  it('that was counted is never sent again by itself', async () => {
    vendor.fates = [{ status, counted: true }];
    expect(await failure(send())).toMatchObject({ code: 'server-error', maybeCounted: true });
    expect([vendor.paid.length, vendor.used]).toEqual([1, 11]);
  });

  it('with a counter that cannot be read is never sent again by itself', async () => {
    vendor.fates = [{ status }];
    vendor.usageFate = { status: 500 };
    expect(await failure(send())).toMatchObject({ maybeCounted: true });
    expect(vendor.paid).toHaveLength(1);
  });

  it('three times is enough, and the last one is proved too', async () => {
    vendor.fates = [{ status }, { status }, { status }];
    const error = await failure(send());
    expect(error).toMatchObject({ code: 'server-error' });
    expect(error.maybeCounted).toBeFalsy();
    expect(vendor.paid).toHaveLength(3);
  });
});

it.each([504, 520, 522, 524])('a gateway’s %i leaves it to time and proof', async (status) => {
  vendor.fates = [{ status }];
  expect(await send().catch((error) => error)).toMatchObject({ message: 'unsettled', why: { code: 'server-error' } });
  expect(vendor.paid).toHaveLength(1);
  expect(log.said).toEqual(['sending 10']);
});

it('a lost connection leaves it to time and proof', async () => {
  vendor.fates = [{ cut: true }];
  expect(await send().catch((error) => error)).toMatchObject({ message: 'unsettled', why: { code: 'network' } });
  expect(vendor.paid).toHaveLength(1);
});

it('a time-out of our own is told at once, and never followed by a second send', async () => {
  vendor.fates = [{ never: true }];
  const started = vendor.clock.time;
  expect(await failure(send())).toMatchObject({ code: 'timeout', maybeCounted: true });
  expect(vendor.clock.time - started).toBe(60_000);
  expect(vendor.paid).toHaveLength(1);
  // The request itself is given up when nothing can come any more.
  await vendor.clock.advance(30_000);
  expect(vendor.clock.timers.size).toBe(0);
});

it('an answer after our own time-out is delivered all the same', async () => {
  vendor.fates = [{ after: 80_000 }];
  expect(await failure(send())).toMatchObject({ code: 'timeout' });
  await vendor.clock.advance(30_000);
  expect(late).toEqual(['p']);
});

it('one that cannot be read brings nothing after our own time-out either, and no word in the console', async () => {
  const rejected = vi.fn();
  process.on('unhandledRejection', rejected);
  vendor.fates = [{ after: 80_000, body: '<h1>Hello' }];
  expect(await failure(send())).toMatchObject({ code: 'timeout' });
  await vendor.clock.advance(30_000);
  process.off('unhandledRejection', rejected);
  expect([late, rejected.mock.calls]).toEqual([[], []]);
});

it.each([
  ['HTML', 200, '<h1>Hello'],
  ['no pattern', 200, { success: true }],
  ['nothing', 204, ''],
])('a good answer with %s in it that was not counted may be asked for again, but not by itself', async (_, status, body) => {
  vendor.fates = [{ status, body, counted: false }];
  const error = await failure(send());
  expect(error).toMatchObject({ code: 'bad-response' });
  expect(error.maybeCounted).toBeFalsy();
  expect([vendor.paid.length, looks()]).toEqual([1, 1]);
  expect(log.said).toEqual(['sending 10', 'ended']);
});

it('a good answer that cannot be read and was counted is told', async () => {
  vendor.fates = [{ body: '<h1>', counted: true }];
  expect(await failure(send())).toMatchObject({ code: 'bad-response', maybeCounted: true });
});

it.each([400, 401, 402, 403, 404, 413, 422])('%i proves that nothing was counted: no look, no second send', async (status) => {
  vendor.fates = [{ status, body: { message: 'no' } }];
  const error = await failure(send());
  expect(error.maybeCounted).toBeFalsy();
  expect([vendor.paid.length, looks()]).toEqual([1, 0]);
  expect(log.said).toEqual(['sending 10', 'answered']);
});

it('a limit with a time is sat out with a countdown, and nothing is proved', async () => {
  vendor.fates = [{ status: 429, headers: { 'Retry-After': '20' } }];
  expect(await send()).toBe('p');
  expect(looks()).toBe(0);
  expect(log.waits.filter(Boolean)).toHaveLength(1);
  expect(vendor.paid[1]!.at - vendor.paid[0]!.at).toBeGreaterThanOrEqual(20_000);
});

it('a 503 with a time is sat out, and proved before it is sent again', async () => {
  vendor.fates = [{ status: 503, headers: { 'Retry-After': '20' }, counted: true }];
  expect(await failure(send())).toMatchObject({ maybeCounted: true });
  expect([vendor.paid.length, looks()]).toEqual([1, 1]);
});

it('what is offline is not sent, and takes nothing from the window', async () => {
  await account.ledger.learn({ window: { available: 5, resetAt: vendor.clock.now() + 60_000 }, asOf: vendor.clock.now() });
  vendor.online = false;
  expect(await failure(send())).toMatchObject({ code: 'offline' });
  expect(vendor.paid).toEqual([]);
  expect(account.ledger.known.window?.available).toBe(5);
});

describe('what cannot be sent is the owner’s to mend, and nothing was sent', () => {
  it.each<[string, Partial<typeof TERMS>, string?]>([
    ['a key that no field can hold', {}, 'key\n€'],
    ['an authorize header that no field can hold', { authorize: () => ({ 'X-Session': '€' }) }],
    ['an authorize that throws', { authorize: () => Promise.reject(new Error('secret-token')) }],
    [
      'an authorize that throws at once',
      {
        authorize: () => {
          throw new Error('x');
        },
      },
    ],
    ['an authorize that is late', { authorize: () => new Promise(() => {}) }],
  ])('%s', async (_, terms, key) => {
    if (key) account = await vendor.account(key, 'other');
    const error = await failure(send({ ...TERMS, ...terms }));
    expect(error).toMatchObject({ code: 'misconfigured' });
    expect(error.maybeCounted).toBeFalsy();
    expect(JSON.stringify(error) + error.cause).not.toMatch(/secret-token|€/);
    expect(vendor.paid).toEqual([]);
    expect(log.said).toEqual([]);
  });
});

it('a redirect goes nowhere', async () => {
  vendor.fates = [{ status: 302, body: '', headers: { Location: 'https://evil.test' } }];
  expect(await failure(send())).toMatchObject({ code: 'misconfigured' });
  expect(vendor.paid).toEqual([expect.objectContaining({ redirect: 'manual' })]);
});

it.each(['gate', 'write', 'authorize', 'sending'])('cancelled in the %s, nothing is sent', async (where) => {
  const cancel = () => log.abort.abort(new Error('cancelled'));
  if (where === 'gate') await account.ledger.learn({ blockedUntil: vendor.clock.now() + 5000, asOf: vendor.clock.now() });
  if (where === 'gate') vendor.clock.setTimeout(cancel, 1000);
  const authorize = () => (where === 'authorize' && cancel(), {});
  const write = () => (where === 'write' && cancel(), { body: '{}' });
  if (where === 'sending')
    log.sending = async () => {
      cancel();
      log.signal.throwIfAborted();
    };
  await expect(send({ ...TERMS, authorize }, log, write)).rejects.toThrow('cancelled');
  expect(vendor.paid).toEqual([]);
});

it('the first answer that a page ever has of our proxy may be a failure: repeating is free from then on', async () => {
  vendor.fates = [{ status: 500, counted: true, headers: { 'Pattern-Proxy': '1' } }];
  expect(await send()).toBe('p');
  expect(vendor.paid).toHaveLength(2);
});

describe('behind our proxy repeating is free', () => {
  beforeEach(async () => {
    vendor.headers = { 'Pattern-Proxy': '1' };
    vendor.clock.time += 1000;
    await send();
    expect(account.repeatsAreFree).toBe(true);
    vendor.requests = [];
  });

  it.each<[string, object]>([
    ['a lost connection', { cut: true }],
    ['an answer of 500, counted or not', { status: 500, counted: true }],
    ['a gateway’s time-out', { status: 504 }],
    ['an answer that did not come in time', { never: true }],
  ])('%s is asked for again without a look and without a word', async (_, fate) => {
    vendor.fates = [fate];
    expect(await send()).toBe('p');
    expect([vendor.paid.length, vendor.looks.length]).toEqual([2, 0]);
  });

  const MAYBE = { status: 409, headers: { 'Pattern-Maybe-Counted': '1' }, body: { code: 'UPSTREAM_LOST' } };

  it('but an answer that was lost there and counted is told, and never asked for again by itself', async () => {
    vendor.fates = [MAYBE];
    expect(await failure(send())).toMatchObject({ code: 'server-error', maybeCounted: true });
    expect([vendor.paid.length, vendor.looks.length]).toEqual([1, 0]);
    expect(vendor.paid[0]!.headers.get('Pattern-Insist')).toBeNull();
    // Nothing is left in the air: the next press is a request of its own.
    expect(log.said.slice(-2)).toEqual(['sending 11', 'answered']);
  });

  it('her choice to have it made again reaches the proxy', async () => {
    vendor.fates = [{ status: 502 }];
    expect(await send(TERMS, log, undefined, true)).toBe('p');
    expect(vendor.paid.map(({ headers }) => headers.get('Pattern-Insist'))).toEqual(['1', '1']);
  });

  it('and is known again after a reload', async () => {
    expect((await vendor.account()).repeatsAreFree).toBe(true);
  });
});

it('a 409 of anybody else is a refusal, and no vendor hears of a choice', async () => {
  vendor.fates = [{ status: 409, body: {} }];
  const error = await failure(send(TERMS, log, undefined, true));
  expect(error.maybeCounted).toBeFalsy();
  expect(vendor.paid[0]!.headers.get('Pattern-Insist')).toBeNull();
});

describe('a budget of our proxy that is used up', () => {
  const DAY = {
    status: 429,
    body: {
      error: true,
      code: 'TOO_MANY_REQUESTS',
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['visitor-day'],
    },
    headers: {
      'Retry-After': '36000',
      RateLimit: '"visitor-day";r=0;t=36000',
      'RateLimit-Policy': '"visitor-day";q=20;w=86400',
      'Pattern-Proxy': '1',
    },
  };
  const until = () => vendor.clock.time + 36_000_000;

  it('is named, with its time, and nothing is sent before; a look at the vendor’s counter does not end it', async () => {
    vendor.fates = [DAY];
    const first = await failure(send());
    expect(first).toMatchObject({ code: 'quota-exhausted', status: 429, cause: { policy: 'visitor-day' } });
    expect(Math.abs(+first.retryAt! - until())).toBeLessThan(300_000);
    vendor.headers = { 'Pattern-Proxy': '1' };
    await vendor.clock.run(recount(account, TERMS));
    expect(account.ledger.closed).toMatchObject({ why: 'day', until: first.retryAt });
    expect(await failure(send())).toMatchObject({
      code: 'quota-exhausted',
      retryAt: first.retryAt,
      cause: { policy: 'visitor-day' },
    });
    expect(vendor.paid).toHaveLength(1);
    // What the vendor has left is another matter.
    expect(account.ledger.quota).toMatchObject({ exhausted: false, remaining: 490 });
    expect((await vendor.account()).ledger.closed).toMatchObject({ why: 'day' });
    vendor.clock.time += 36_300_000;
    expect(account.ledger.closed).toBeUndefined();
    expect(await send()).toBe('p');
  });

  it('the site’s month is a month', async () => {
    const policies = '"visitor-day";q=20;w=86400, "site-month";q=100;w=2592000';
    const headers = {
      ...DAY.headers,
      RateLimit: '"visitor-day";r=0;t=36000, "site-month";r=0;t=36000',
      'RateLimit-Policy': policies,
    };
    vendor.fates = [{ ...DAY, body: { ...DAY.body, 'violated-policies': ['visitor-day', 'site-month'] }, headers }];
    expect(await failure(send())).toMatchObject({ code: 'quota-exhausted', cause: { policy: 'site-month' } });
    expect(account.ledger.closed).toMatchObject({ why: 'quota' });
  });

  it('said by anybody else it is the vendor’s own, and his counter may end it', async () => {
    const headers = { ...DAY.headers };
    Reflect.deleteProperty(headers, 'Pattern-Proxy');
    vendor.fates = [{ ...DAY, headers }];
    const error = await failure(send());
    expect(error).toMatchObject({ code: 'quota-exhausted' });
    expect(account.ledger.known).toMatchObject({ exhausted: true });
    expect(account.ledger.closed).toMatchObject({ why: 'quota' });
  });
});

it('no secret comes back: not of the key, nor of what authorize returned, however it is spelled', async () => {
  const authorize = () => ({ Authorization: 'Bearer session-token-123456', 'X-Other': 'other-secret' });
  account = await vendor.account(KEY, 'masked');
  vendor.fates = [
    { status: 400, body: { code: 'X', message: `bad ${KEY}`, deep: [{ 'session-token-123456': 'other-secret' }] } },
  ];
  const error = await failure(send({ ...TERMS, authorize }));
  expect(JSON.stringify(error.cause)).toContain('***');
  expect(JSON.stringify(error.cause)).not.toMatch(/px_live|session-token|other-secret/);
});
