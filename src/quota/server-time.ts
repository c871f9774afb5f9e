import { httpDate } from './http-date.js';

/** Milliseconds to add to a time by the server's clock for the local one; the `Date` field tells how far they are apart. */
export const skew = (headers: Headers, now: number) => now - (httpDate(headers.get('Date'), now) ?? now);

/** A field of nothing but digits. */
export const digits = (field: string | null) => (/^\d{1,15}$/.test(field!) ? +field! : undefined);

/** A number of seconds from now, or since 1970 where it would be 30 years; some even write that in milliseconds. */
export function localTime(seconds: number, headers: Headers, now: number): number {
  if (seconds < 1e9) return now + seconds * 1000;
  return (seconds < 1e11 ? seconds * 1000 : seconds) + skew(headers, now);
}

/** `Retry-After` in seconds or as a date, as a local time. What is neither comes out as NaN and counts as none. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const field = headers.get('Retry-After');
  return localTime(digits(field)!, headers, now) || httpDate(field, now)! + skew(headers, now) || undefined;
}
