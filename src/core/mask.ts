import type { Work } from './slices.js';

/** What stands where a secret stood. */
const STARS = '***';

/** The secrets of a request as they may be echoed: each value, and its parts (`Bearer …`, `session=…; …`). */
export function secretsOf(headers: Record<string, string>): string[] {
  const parts = Object.values(headers).flatMap((value) => [value, ...value.split(/[\s;,=]+/).filter((part) => part.length > 7)]);
  // The longest first: a part of it must not be all that is taken out.
  return [...new Set(parts)].filter((part) => part.length > 2).sort((a, b) => b.length - a.length);
}

const ESCAPED: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
/** Letters that are looked through in one go. */
const PIECE = 10_000;
const SPELLED = /[^\\]{1,10000}|\\(?:u([\da-f]{4})|([^]?))/gi;

/**
 * Whether any value or name in a JSON text may hold a secret, in whatever way its letters are spelled; many times quicker than
 * to look at each of them.
 */
export function* mayHold(json: string, secrets: readonly string[]): Work<boolean> {
  // Whoever says a longer one says the parts of it.
  const parts = secrets.filter((secret) => !secrets.some((other) => other !== secret && secret.includes(other)));
  const holds = (plain: string) => parts.some((secret) => plain.includes(secret));
  if (!json.includes('\\')) return holds(json);
  let plain = '';
  for (const [letters, code, char] of json.matchAll(SPELLED)) {
    plain += code ? String.fromCharCode(parseInt(code, 16)) : char === undefined ? letters : (ESCAPED[char] ?? char);
    if (plain.length < PIECE) continue;
    if (holds(plain)) return true;
    // One may have begun here.
    plain = plain.slice(-Math.max(...parts.map(({ length }) => length), 1));
    yield;
  }
  return holds(plain);
}

/** A text without any secret. */
export const masked = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((left, secret) => left.replaceAll(secret, STARS), text);

/** The JSON of a value without any secret. By values and not in their JSON, where a secret may be spelled in many ways. */
export function* maskedJson(value: unknown, secrets: readonly string[]): Work<string> {
  const write = (text: unknown) => JSON.stringify(typeof text === 'string' ? masked(text, secrets) : text);
  if (typeof value !== 'object' || !value) return write(value);
  const isList = Array.isArray(value);
  let json = '';
  let count = 0;
  for (const name of isList ? value.keys() : Object.keys(value)) {
    const member = yield* maskedJson(value[name as keyof typeof value], secrets);
    json += (count ? ',' : '') + (isList ? '' : write(name) + ':') + member;
    if (!(count++ % 50)) yield;
  }
  return isList ? `[${json}]` : `{${json}}`;
}
