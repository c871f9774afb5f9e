import fc from 'fast-check';
import { picsart } from '../../../src/providers/picsart/wire.js';
import { classify, type Evidence } from '../../../src/quota/classifier.js';
import type { Failure } from '../../../src/quota/failures.js';
import type { ProviderRules } from '../../../src/quota/rules.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const DECEMBER = Date.UTC(2026, 11, 1);
const DAY = 86_400_000;
const date = (time: number) => new Date(time).toUTCString();
const pixcraft: ProviderRules = {
  ...picsart.rules,
  monthCodes: ['RATE_LIMIT_EXCEEDED'],
  transientCodes: ['PROCESSING_ERROR'],
  resetAt: (body: any) => Date.parse(body?.reset_date),
};
const failure = (
  status: number,
  fields: Record<string, string> = {},
  body?: unknown,
  rules = pixcraft,
  known?: { resetAt?: number },
) => classify({ status, headers: new Headers(fields), body }, rules, NOW, known);
const month = { error: true, code: 'RATE_LIMIT_EXCEEDED', message: 'No uses left' };
const problem = (...names: string[]) => ({
  type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
  title: 'Request cannot be satisfied as assigned quota has been exceeded',
  ...(names.length && { 'violated-policies': names }),
});

describe('what a failure means', () => {
  it.each<[string, Failure, Parameters<typeof failure>]>([
    // Credits
    ['402', { kind: 'credits' }, [402]],
    ['402 whatever else it says', { kind: 'credits' }, [402, { 'Retry-After': '5' }, month]],
    // The month
    ['the code for the month', { kind: 'exhausted', until: DECEMBER }, [429, {}, month]],
    [
      '… with a reset date',
      { kind: 'exhausted', until: Date.UTC(2026, 10, 28) },
      [429, {}, { ...month, reset_date: '2026-11-28' }],
    ],
    [
      '… with a reset date in years',
      { kind: 'exhausted', until: Date.UTC(2030, 0, 1) },
      [429, {}, { ...month, reset_date: '2030-01-01' }],
    ],
    [
      '… with a reset date that nobody can mean',
      { kind: 'exhausted', until: DECEMBER },
      [429, {}, { ...month, reset_date: '2286-11-20' }],
    ],
    [
      '… with a reset date that is over',
      { kind: 'exhausted', until: DECEMBER },
      [429, {}, { ...month, reset_date: '2026-11-01' }],
    ],
    ['… with an unreadable reset date', { kind: 'exhausted', until: DECEMBER }, [429, {}, { ...month, reset_date: 'soon' }]],
    [
      '… with a reset date known before',
      { kind: 'exhausted', until: NOW + DAY },
      [429, {}, month, pixcraft, { resetAt: NOW + DAY }],
    ],
    [
      '… with a known one that is over',
      { kind: 'exhausted', until: DECEMBER },
      [429, {}, month, pixcraft, { resetAt: NOW - DAY }],
    ],
    ['… goes before Retry-After', { kind: 'exhausted', until: DECEMBER }, [429, { 'Retry-After': '2592000' }, month]],
    [
      '… in a time where the month has changed at the server but not here',
      { kind: 'exhausted', until: NOW + Date.UTC(2027, 0, 1) - (DECEMBER + 5000) },
      [429, { Date: date(DECEMBER + 5000) }, month],
    ],
    ['… from another provider is no evidence', { kind: 'throttled' }, [429, {}, month, {}]],
    [
      '… read where the provider keeps it',
      { kind: 'exhausted', until: DECEMBER },
      [429, {}, { error: { id: 'gone' } }, { monthCodes: ['gone'], code: (body: any) => body.error?.id }],
    ],
    ['… with another status is none', { kind: 'refused' }, [403, {}, month]],
    // Problem documents
    [
      'a day’s policy violated',
      { kind: 'exhausted', until: NOW + 7_200_000 },
      [429, { RateLimit: '"daily";r=0;t=7200', 'RateLimit-Policy': '"daily";q=9;w=86400' }, problem('daily')],
    ],
    [
      '… even for the last minute',
      { kind: 'exhausted', until: NOW + 60_000 },
      [429, { RateLimit: '"daily";r=0;t=60', 'RateLimit-Policy': '"daily";q=9;w=86400' }, problem('daily')],
    ],
    [
      '… that is listed, but not counted',
      { kind: 'exhausted', until: DECEMBER },
      [429, { 'RateLimit-Policy': '"monthly";q=9;w=2592000, "burst";q=1;w=1' }, problem('monthly')],
    ],
    [
      '… and Retry-After',
      { kind: 'exhausted', until: NOW + 9000 },
      [429, { 'Retry-After': '9', 'RateLimit-Policy': '"monthly";q=9;w=2592000' }, problem('monthly')],
    ],
    [
      '… joined by the empty counter',
      { kind: 'exhausted', until: NOW + 7_200_000 },
      [
        429,
        { RateLimit: '"burst";r=4;t=1, "daily";r=0;t=7200', 'RateLimit-Policy': '"burst";q=9;w=1,"daily";q=9;w=86400' },
        problem(),
      ],
    ],
    [
      'a minute’s policy violated',
      { kind: 'throttled', until: NOW + 30_000 },
      [
        429,
        { RateLimit: '"daily";r=5;t=7200, "burst";r=0;t=30', 'RateLimit-Policy': '"burst";q=9;w=60,"daily";q=9;w=86400' },
        problem('burst'),
      ],
    ],
    [
      '… the named one counts, not the emptiest',
      { kind: 'throttled', until: NOW + 30_000 },
      [429, { RateLimit: '"other";r=0;t=7200, "burst";r=1;t=30' }, problem('burst')],
    ],
    ['a violated policy nobody described', { kind: 'throttled' }, [429, {}, problem('daily')]],
    [
      'a problem of another type',
      { kind: 'throttled', until: NOW + 60_000 },
      [
        429,
        { RateLimit: '"daily";r=0;t=60', 'RateLimit-Policy': '"daily";q=9;w=86400' },
        { ...problem('daily'), type: 'about:blank' },
      ],
    ],
    [
      'rubbish for names',
      { kind: 'throttled', until: NOW + 60_000 },
      [429, { RateLimit: '"daily";r=0;t=60' }, { ...problem(), 'violated-policies': 'daily' }],
    ],
    // Times
    ['Retry-After', { kind: 'throttled', until: NOW + 30_000 }, [429, { 'Retry-After': '30' }]],
    ['Retry-After of 0 is none', { kind: 'throttled' }, [429, { 'Retry-After': '0' }]],
    ['one that is over is none', { kind: 'throttled' }, [429, { 'Retry-After': date(NOW - 9000) }]],
    ['one of more than 400 days is none', { kind: 'throttled' }, [429, { 'Retry-After': String(401 * 86_400) }]],
    ['one in the year 2286 is none', { kind: 'throttled' }, [429, { 'Retry-After': '9999999999' }]],
    [
      '… and the next field counts',
      { kind: 'throttled', until: NOW + 50_000 },
      [429, { 'Retry-After': '0', RateLimit: '"d";r=0;t=50' }],
    ],
    ['a reset of 0 is none', { kind: 'throttled' }, [429, { 'X-Picsart-RateLimit-Reset-Time': '0' }]],
    ['503 with a Retry-After of 0', { kind: 'transient' }, [503, { 'Retry-After': '0' }]],
    ['Retry-After on 503', { kind: 'throttled', until: NOW + 30_000 }, [503, { 'Retry-After': '30' }]],
    [
      'Retry-After goes before the others',
      { kind: 'throttled', until: NOW + 30_000 },
      [429, { 'Retry-After': '30', RateLimit: '"d";r=0;t=50', 'X-Picsart-RateLimit-Reset-Time': '9' }],
    ],
    [
      'a malformed one does not',
      { kind: 'throttled', until: NOW + 50_000 },
      [429, { 'Retry-After': 'soon', RateLimit: '"d";r=0;t=50' }],
    ],
    ['ten minutes', { kind: 'throttled', until: NOW + 600_000 }, [429, { 'Retry-After': '600' }]],
    // Never "this month": the wait says how long it is.
    ['more than ten minutes', { kind: 'throttled', until: NOW + 601_000 }, [429, { 'Retry-After': '601' }]],
    ['an hour of maintenance', { kind: 'throttled', until: NOW + 3_600_000 }, [503, { 'Retry-After': '3600' }]],
    ['thirty days', { kind: 'throttled', until: NOW + 30 * DAY }, [429, { 'Retry-After': '2592000' }]],
    [
      'a day’s window without a problem document',
      { kind: 'throttled', until: NOW + 7_200_000 },
      [429, { RateLimit: '"daily";r=0;t=7200', 'RateLimit-Policy': '"daily";q=9;w=86400' }],
    ],
    [
      'a date by a clock two hours ahead',
      { kind: 'throttled', until: NOW + 30_000 },
      [429, { 'Retry-After': date(NOW + 7_230_000), Date: date(NOW + 7_200_000) }],
    ],
    ['Picsart’s minute', { kind: 'throttled', until: NOW + 17_000 }, [429, { 'X-Picsart-RateLimit-Reset-Time': '17' }]],
    ['RateLimit', { kind: 'throttled', until: NOW + 50_000 }, [429, { RateLimit: '"d";r=0;t=50' }]],
    ['draft 7', { kind: 'throttled', until: NOW + 50_000 }, [429, { RateLimit: 'limit=10, remaining=0, reset=50' }]],
    ['older', { kind: 'throttled', until: NOW + 50_000 }, [429, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '50' }]],
    ['503 with an empty counter', { kind: 'throttled', until: NOW + 50_000 }, [503, { RateLimit: '"d";r=0;t=50' }]],
    ['503 with a full one has another reason', { kind: 'transient' }, [503, { RateLimit: '"d";r=5;t=50' }]],
    ['429 with nothing to read', { kind: 'throttled' }, [429]],
    // The rest
    ['no answer', { kind: 'transient' }, [0]],
    ['a mishap while processing', { kind: 'transient' }, [500, {}, { code: 'PROCESSING_ERROR' }]],
    ['502', { kind: 'transient' }, [502]],
    ['503', { kind: 'transient' }, [503]],
    ['504', { kind: 'transient' }, [504, { 'Retry-After': '9' }]],
    ['any other 500', { kind: 'transient' }, [500, {}, 'Internal Server Error']],
    ...[501, 505, 507, 520, 522, 524, 530, 599].map((status): [string, Failure, Parameters<typeof failure>] => [
      String(status),
      { kind: 'transient' },
      [status],
    ]),
    ['a code that the provider knows to pass', { kind: 'transient' }, [409, {}, { code: 'PROCESSING_ERROR' }]],
    ['… from another provider', { kind: 'refused' }, [409, {}, { code: 'PROCESSING_ERROR' }, {}]],
    // Redirects are not followed
    ...[301, 302, 303, 307, 308].map((status): [string, Failure, Parameters<typeof failure>] => [
      `a redirect: ${status}`,
      { kind: 'refused' },
      [status, { Location: 'https://elsewhere.test', 'Retry-After': '5' }],
    ]),
    ['a status of the future', { kind: 'unknown' }, [600]],
    ['an answer that is no failure', { kind: 'unknown' }, [204]],
    ...[400, 401, 403, 404, 405, 408, 413, 415, 418, 422, 431, 499].map(
      (status): [string, Failure, Parameters<typeof failure>] => [
        String(status),
        { kind: 'refused' },
        [status, { 'Retry-After': '5' }],
      ],
    ),
  ])('%s', (_, expected, evidence) => {
    expect(failure(...evidence)).toEqual(expected);
  });

  it('needs no headers and no body', () => {
    expect(classify({ status: 429 }, {}, NOW)).toEqual({ kind: 'throttled' });
  });

  const field = fc.constantFrom(
    'Retry-After',
    'RateLimit',
    'RateLimit-Policy',
    'X-RateLimit-Reset',
    'X-RateLimit-Remaining',
    'X-Picsart-RateLimit-Reset-Time',
    'Date',
  );
  const value = fc.oneof(
    fc.nat(4_000_000).map(String),
    fc.integer({ min: NOW - 99 * DAY, max: NOW + 99 * DAY }).map(date),
    fc.tuple(fc.nat(3), fc.nat(90_000)).map(([r, t]) => `"daily";r=${r};t=${t};w=86400`),
    fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) }),
  );
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    status: fc.constantFrom(0, 200, 400, 402, 403, 429, 429, 429, 500, 502, 503, 504, 505),
    headers: fc.dictionary(field, value).map((fields) => new Headers(fields)),
    body: fc.oneof(fc.jsonValue(), fc.constant(month), fc.constant(problem('daily'))),
  });
  const always = (holds: (evidence: Evidence, failure: Failure) => boolean) =>
    fc.assert(
      fc.property(evidence, (it) => holds(it, classify(it, pixcraft, NOW))),
      { numRuns: 1000, seed: 3 },
    );

  it('ends for good only on positive evidence', () =>
    always(({ status }, { kind }) => (kind !== 'exhausted' || status === 429) && (kind === 'credits') === (status === 402)));
  it('names a usable time or none', () =>
    always((_, failure) => {
      const { until } = failure as { until?: number };
      return until === undefined || new Date(until).getTime() === until;
    }));
  it('names a time that is to come, within 400 days (the property has no date of the API’s own)', () =>
    always((_, { until = NOW + 1 }) => until > NOW && until <= NOW + 400 * DAY));
  it('says "exhausted" only for the month’s own code or a quota of a day or more', () =>
    always(({ body, headers }, { kind }) => {
      if (kind !== 'exhausted') return true;
      const { code, type } = Object(body) as { code?: unknown; type?: unknown };
      return (
        code === month.code ||
        (type === problem().type &&
          /w=(86400|[1-9]\d{5,})/.test(headers!.get('RateLimit') + String(headers!.get('RateLimit-Policy'))))
      );
    }));
  it('never takes a refusal for something to be tried again', () =>
    always(({ status }, { kind }) => ![400, 403].includes(status) || kind === 'refused'));
});
