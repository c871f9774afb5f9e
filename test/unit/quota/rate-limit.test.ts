import fc from 'fast-check';
import * as oracle from 'structured-headers';
import { picsart } from '../../../src/providers/picsart/wire.js';
import { readAllowance } from '../../../src/quota/rate-limit.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const read = (fields: Record<string, string>) => readAllowance(new Headers(fields), NOW, picsart.rules);

describe('what an answer says about the allowance', () => {
  it.each<[string, Record<string, string>, unknown]>([
    ['nothing', {}, undefined],
    ['nothing of it', { 'Content-Type': 'application/json', Date: new Date(NOW).toUTCString() }, undefined],
    ['one counter', { RateLimit: '"default";r=50;t=30' }, { available: 50, resetAt: NOW + 30_000 }],
    [
      'its policy too',
      { RateLimit: '"default";r=50;t=30', 'RateLimit-Policy': '"default";q=100;w=60' },
      { available: 50, resetAt: NOW + 30_000 },
    ],
    [
      'no end of the window: at most the policy’s own',
      { RateLimit: '"d";r=0', 'RateLimit-Policy': '"d";q=100;w=60' },
      { available: 0, resetAt: NOW + 60_000 },
    ],
    ['policies only', { 'RateLimit-Policy': '"d";q=100;w=60' }, undefined],
    [
      'the tightest of several',
      { RateLimit: '"day";r=900;t=40000, "minute";r=3;t=20, "hour";r=80;t=600' },
      { available: 3, resetAt: NOW + 20_000 },
    ],
    [
      'of two empty ones the longer',
      { RateLimit: '"minute";r=0;t=20, "hour";r=0;t=600' },
      { available: 0, resetAt: NOW + 600_000 },
    ],
    [
      'bytes are no requests',
      { RateLimit: '"bytes";r=900;t=30, "minute";r=3;t=20', 'RateLimit-Policy': '"bytes";q=999;qu="content-bytes";w=60' },
      { available: 3, resetAt: NOW + 20_000 },
    ],
    [
      '… unless there are none left',
      { RateLimit: '"bytes";r=0;t=30', 'RateLimit-Policy': '"bytes";q=999;qu="content-bytes";w=60' },
      { available: 0, resetAt: NOW + 30_000 },
    ],
    ['over already', { RateLimit: '"d";r=0;t=0' }, { available: 0 }],
    [
      'over already, of a window',
      { RateLimit: '"d";r=0;t=0', 'RateLimit-Policy': '"d";q=9;w=60' },
      { available: 0, resetAt: NOW + 60_000 },
    ],
    ['a reset in the past', { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(NOW / 1000 - 9) }, { available: 0 }],
    ['a reset in the year 2286', { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '9999999999' }, { available: 0 }],
    ['a reset in 401 days', { RateLimit: `"d";r=0;t=${401 * 86_400}` }, { available: 0 }],
    ['a reset in 400 days', { RateLimit: `"d";r=0;t=${400 * 86_400}` }, { available: 0, resetAt: NOW + 400 * 86_400_000 }],
    ['malformed', { RateLimit: '"default";r=50;t=' }, undefined],
    ['wrong types', { RateLimit: '"default";r="50";t=1.5' }, undefined],
    ['negative', { RateLimit: '"default";r=-1;t=-5' }, undefined],
    ['draft 7', { RateLimit: 'limit=100, remaining=50, reset=5' }, { available: 50, resetAt: NOW + 5000 }],
    ['draft 7 in another order, without spaces', { RateLimit: 'reset=5,remaining=0' }, { available: 0, resetAt: NOW + 5000 }],
    [
      'three fields',
      { 'RateLimit-Limit': '100', 'RateLimit-Remaining': '7', 'RateLimit-Reset': '9' },
      { available: 7, resetAt: NOW + 9000 },
    ],
    [
      'three X- fields',
      { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': '9' },
      { available: 7, resetAt: NOW + 9000 },
    ],
    [
      'a list of limits',
      { 'RateLimit-Limit': '100, 100;w=60', 'RateLimit-Remaining': '7', 'RateLimit-Reset': '9' },
      { available: 7, resetAt: NOW + 9000 },
    ],
    [
      'epoch seconds',
      { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(NOW / 1000 + 9) },
      { available: 0, resetAt: NOW + 9000 },
    ],
    [
      'epoch milliseconds',
      { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(NOW + 9000) },
      { available: 0, resetAt: NOW + 9000 },
    ],
    [
      'epoch seconds of a clock an hour ahead of ours',
      {
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(NOW / 1000 + 3609),
        Date: new Date(NOW + 3_600_000).toUTCString(),
      },
      { available: 0, resetAt: NOW + 9000 },
    ],
    ['empty and odd fields', { 'X-RateLimit-Remaining': '', 'X-RateLimit-Reset': '1m30s' }, undefined],
    ['a date where seconds belong', { 'X-RateLimit-Reset': '2026-11-21T12:00:00Z' }, undefined],
    [
      'Picsart, good answer: the minute ends within one',
      { 'X-Picsart-RateLimit-Limit': '500', 'X-Picsart-RateLimit-Available': '499', 'X-Picsart-Credit-Available': '42' },
      { available: 499, resetAt: NOW + 60_000 },
    ],
    ['Picsart, 429', { 'X-Picsart-RateLimit-Reset-Time': '17' }, { resetAt: NOW + 17_000 }],
    ['Picsart, credits only', { 'X-Picsart-Credit-Available': '0' }, undefined],
  ])('%s', (_, fields, expected) => {
    expect(read(fields)).toEqual(expected);
  });

  it('finds the lowest counter of whatever a server may list', () => {
    const counter = fc.record({ r: fc.nat(1000), t: fc.nat(100_000), w: fc.integer({ min: 1, max: 100_000 }) });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[ !#-[\]-~]{1,9}$/), counter), {
          minLength: 1,
          maxLength: 6,
          selector: ([name]) => name,
        }),
        (list) => {
          const line = (pick: (c: { r: number; t: number; w: number }) => [string, number][]) =>
            oracle.serializeList(list.map(([name, values]) => [name, new Map(pick(values))]));
          const { available, resetAt } = read({
            RateLimit: line(({ r, t }) => [
              ['r', r],
              ['t', t],
            ]),
            'RateLimit-Policy': line(({ w }) => [
              ['q', 1000],
              ['w', w],
            ]),
          })!;
          const lowest = Math.min(...list.map(([, { r }]) => r));
          expect(available).toBe(lowest);
          expect(resetAt).toBe(NOW + 1000 * Math.max(...list.filter(([, { r }]) => r === lowest).map(([, { t }]) => t)));
        },
      ),
    );
  });

  it('takes any fields without throwing', () => {
    const text = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const allowance = read({ RateLimit: a, 'RateLimit-Policy': b, 'X-RateLimit-Reset': c });
        for (const value of Object.values(allowance ?? {})) if (value !== undefined) expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
