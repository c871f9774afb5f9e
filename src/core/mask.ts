/** What stands where a secret stood. */
const STARS = '***';

/** The secrets of a request as they may be echoed: each value, and its parts (`Bearer …`, `session=…; …`). */
export function secretsOf(headers: Record<string, string>): string[] {
  const parts = Object.values(headers).flatMap((value) => [value, ...value.split(/[\s;,=]+/).filter((part) => part.length > 7)]);
  // The longest first: a part of it must not be all that is taken out.
  return [...new Set(parts)].filter((part) => part.length > 2).sort((a, b) => b.length - a.length);
}

const ESCAPED: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** JSON with its letters as they are meant, in whatever way they are spelled. */
const spelledOut = (json: string) =>
  json.replace(/\\(?:u([\da-f]{4})|([^]))/gi, (_, code?: string, char?: string) =>
    code ? String.fromCharCode(parseInt(code, 16)) : (ESCAPED[char!] ?? char!),
  );

/** Whether any value or name in a JSON text may hold a secret; many times quicker than to look at each of them. */
export function mayHold(json: string, secrets: readonly string[]): boolean {
  const plain = json.includes('\\') ? spelledOut(json) : json;
  // Whoever says a longer one says the parts of it.
  const parts = secrets.filter((secret) => !secrets.some((other) => other !== secret && secret.includes(other)));
  return parts.some((secret) => plain.includes(secret));
}

/** The same value without any secret. By values and not in their JSON, where a secret may be spelled in many ways. */
export function masked<T>(value: T, secrets: readonly string[]): T {
  const clean = (text: string) => secrets.reduce((left, secret) => left.replaceAll(secret, STARS), text);
  const walk = (value: unknown): unknown =>
    typeof value === 'string'
      ? clean(value)
      : Array.isArray(value)
        ? value.map(walk)
        : typeof value === 'object' && value
          ? Object.fromEntries(Object.entries(value).map(([name, member]) => [clean(name), walk(member)]))
          : value;
  return secrets.length ? (walk(value) as T) : value;
}
