/**
 * The three forms of an HTTP-date (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7) as epoch milliseconds; undefined
 * when malformed. The two old forms are rewritten to the new one, and that must survive a round trip: `Date.parse` alone
 * takes far too much for a date, reads asctime as local time and puts two-digit years into the wrong century.
 */
export function httpDate(text: string | null, now: number): number | undefined {
  if (text === null) return;
  const latest = new Date(now).getUTCFullYear() + 50; // RFC 850: at most 50 years ahead, else it is the past
  const date = text
    .replace(/^(\w+) (\w+) ([ \d]\d) (\S+) (\d+)$/, '$1, $3 $2 $5 $4 GMT')
    .replace(',  ', ', 0')
    .replace(
      /^(\w{3})\w*day, (\d\d)-(\w+)-(\d\d) /,
      (_, weekday, day, month, year) => `${weekday}, ${day} ${month} ${latest - ((latest - year) % 100)} `,
    );
  const time = Date.parse(date);
  return new Date(time).toUTCString().slice(3) === date.slice(3) ? time : undefined;
}
