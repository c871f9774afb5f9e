/**
 * The one spelling of a JSON value (RFC 8785): members sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them. What has no canonical form (NaN, Infinity, half a surrogate pair) throws.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalJson(item ?? null))}]`;
  if (typeof value === 'object' && value) {
    if (value instanceof Date) return canonicalJson(value.toJSON());
    // Written member by member: an object with sorted members would still list 9 before 10, where the RFC wants "10" first.
    const members = Object.entries(value).filter((member) => member[1] !== undefined);
    return `{${members.sort(([a], [b]) => (a < b ? -1 : 1)).map((member) => member.map(canonicalJson).join(':'))}}`;
  }
  // JSON.stringify would write null for these numbers and an escape for a lone surrogate, at which encodeURI throws.
  if (typeof value === 'number' ? !isFinite(value) : encodeURI(value as string) === undefined) throw new RangeError('not JSON');
  return JSON.stringify(value);
}
