import fc from 'fast-check';
import { httpDate } from '../../../src/quota/http-date.js';
import { retryAfter, skew } from '../../../src/quota/server-time.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const epoch = Date.UTC(1994, 10, 6, 8, 49, 37);
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const forms: Record<string, (time: number) => string> = {
  'IMF-fixdate': (time) => new Date(time).toUTCString(),
  'RFC 850': (time) => {
    const [, day, month, year, clock] = new Date(time).toUTCString().split(' ');
    return `${DAYS[new Date(time).getUTCDay()]}, ${day}-${month}-${year!.slice(2)} ${clock} GMT`;
  },
  asctime: (time) => {
    const [weekday, day, month, year, clock] = new Date(time).toUTCString().split(' ');
    return `${weekday!.slice(0, 3)} ${month} ${day!.replace(/^0/, ' ')} ${clock} ${year}`;
  },
};

describe('HTTP-date, RFC 9110 5.6.7', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])('%s', (text) => {
    expect(httpDate(text, NOW)).toBe(epoch);
  });

  it.each(Object.entries(forms))('%s is read to the second, for every second of 50 years either way', (_, write) => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1977) / 1000, max: Date.UTC(2076) / 1000 }), (second) => {
        expect(httpDate(write(second * 1000), NOW)).toBe(second * 1000);
      }),
    );
  });

  it.each([
    ['Friday, 01-Jan-76 00:00:00 GMT', 2026, 2076],
    ['Friday, 01-Jan-77 00:00:00 GMT', 2026, 1977],
    ['Friday, 01-Jan-00 00:00:00 GMT', 2026, 2000],
    ['Friday, 01-Jan-05 00:00:00 GMT', 2090, 2105],
    ['Friday, 01-Jan-99 00:00:00 GMT', 2049, 2099],
    ['Friday, 01-Jan-99 00:00:00 GMT', 2048, 1999],
  ])('%s seen in %i is of %i', (text, now, year) => {
    expect(httpDate(text, Date.UTC(now, 5))).toBe(Date.UTC(year, 0));
  });

  it.each([
    null,
    '',
    '0',
    '120',
    '-1',
    '2026-11-21T12:00:00Z',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 +0000',
    'Sun, 06 Nov 1994 25:49:37 GMT',
    'Sun, 06 Nov 1994 08:60:37 GMT',
    'Sun, 31 Feb 2026 08:49:37 GMT',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Now 1994 08:49:37 GMT',
    '06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-1994 08:49:37 GMT',
    'Sun, 06-Nov-94 08:49:37 GMT',
    'Sun Nov 06 1994 08:49:37',
    'Sun Nov 32 08:49:37 1994',
    'tomorrow',
  ])('%j is malformed', (text) => {
    expect(httpDate(text, NOW)).toBeUndefined();
  });

  it('never throws and never takes rubbish for a date', () => {
    fc.assert(fc.property(fc.string(), (text) => httpDate(text, NOW) === undefined));
  });
});

describe('Retry-After', () => {
  const at = (field: string, date?: string) =>
    retryAfter(new Headers({ 'Retry-After': field, ...(date && { Date: date }) }), NOW);

  it('counts seconds from now', () => {
    expect(at(' 120 ')).toBe(NOW + 120_000);
    expect(at('2592000')).toBe(NOW + 30 * 86_400_000);
  });

  it.each(Object.entries(forms))('takes a date as %s', (_, write) => {
    expect(at(write(NOW + 90_000))).toBe(NOW + 90_000);
  });

  it.each(Object.entries(forms))('corrects a wrong clock by the Date field in %s', (_, write) => {
    for (const wrong of [-7_200_000, 5000, 86_400_000]) {
      expect(at(write(NOW + wrong + 90_000), write(NOW + wrong))).toBe(NOW + 90_000);
      expect(at('90', write(NOW + wrong))).toBe(NOW + 90_000);
    }
  });

  it('what is over, now or absurdly far away counts as malformed', () => {
    for (const field of ['0', '00', String(401 * 86_400), '999999999', '9999999999', '99999999999999'])
      expect(at(field), field).toBeUndefined();
    for (const write of Object.values(forms))
      for (const ms of [0, -1000, -86_400_000]) expect(at(write(NOW + ms))).toBeUndefined();
    expect(at(forms['IMF-fixdate']!(Date.UTC(2286, 0)))).toBeUndefined();
    expect(at(String(400 * 86_400))).toBe(NOW + 400 * 86_400_000);
  });

  it.each(['', '-1', '1.5', '10, 20', '5 seconds', '1e3', '9'.repeat(16), 'Wed', 'Infinity', '0x10'])('ignores %j', (field) => {
    expect(at(field)).toBeUndefined();
  });

  it('is never an unusable time', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (seconds) => {
        const time = at(String(seconds));
        return time === undefined || new Date(time).getTime() === time;
      }),
    );
  });

  it('a malformed Date corrects nothing', () => {
    expect(skew(new Headers({ Date: 'yesterday' }), NOW)).toBe(0);
    expect(skew(new Headers(), NOW)).toBe(0);
  });
});
