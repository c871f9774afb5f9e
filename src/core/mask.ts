/** What stands where a secret stood. */
const STARS = '***';

/** The secrets of a request as they may be echoed: each value, and its parts (`Bearer …`, `session=…; …`). */
export function secretsOf(headers: Record<string, string>): string[] {
  const parts = Object.values(headers).flatMap((value) => [value, ...value.split(/[\s;,=]+/).filter((part) => part.length > 7)]);
  // The longest first: a part of it must not be all that is taken out.
  return [...new Set(parts)].filter((part) => part.length > 2).sort((a, b) => b.length - a.length);
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
