import { httpDate } from './http-date.js';

const DAY = 86_400_000;

/** How many days away a limit may end, and how many a date on which an API itself says that its quota is renewed: contracts run for years. */
export const LIMIT = 400;
export const CONTRACT = 3700;

/** A time that somebody can have meant: one that is to come, and not in the year 2286. Everything else counts as malformed. */
export const plausible = (time: number | undefined, now: number, days = LIMIT): number | undefined =>
  time !== undefined && time > now && time <= now + days * DAY ? time : undefined;

/** Milliseconds to add to a time by the server's clock for the local one; the `Date` field tells how far they are apart. */
export const skew = (headers: Headers, now: number) => now - (httpDate(headers.get('Date'), now) ?? now);

/** A field of nothing but digits. */
export const digits = (field: string | null) => (field !== null && /^\d{1,15}$/.test(field) ? Number(field) : undefined);

/** A number of seconds from now, or since 1970 where it would be 30 years; some even write that in milliseconds. */
export function localTime(seconds: number, headers: Headers, now: number): number {
  if (seconds < 1e9) return now + seconds * 1000;
  return (seconds < 1e11 ? seconds * 1000 : seconds) + skew(headers, now);
}

/** `Retry-After` in seconds or as a date, as a local time. What is neither, over already or absurdly far counts as none. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const field = headers.get('Retry-After');
  const seconds = digits(field);
  if (seconds !== undefined) return plausible(localTime(seconds, headers, now), now);
  const date = httpDate(field, now);
  return date === undefined ? undefined : plausible(date + skew(headers, now), now);
}
