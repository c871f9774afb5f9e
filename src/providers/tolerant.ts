// APIs rename fields between versions: read what is there under any of its known names, and never trust its type.
export type Fields = Record<string, unknown>;

export const fields = (value: unknown): Fields => (typeof value === 'object' && value ? (value as Fields) : {});

/** Its entries, read in one go: there may be a million. */
export const list = <Read = Fields>(value: unknown, read = (entry: Fields) => entry as Read): Read[] =>
  Array.isArray(value) ? value.map((entry) => read(fields(entry))) : [];

/** The same, each when it is come to. */
export function* each<Read>(value: unknown, read: (entry: Fields) => Read): Generator<Read> {
  if (Array.isArray(value)) for (const entry of value) yield read(fields(entry));
}

/** Taken apart once: an answer may have a million entries. */
const apart = new Map<string, string[]>();

/** The first of the names (`a|b`) that is there. */
export function pick(from: Fields, names: string): unknown {
  let each = apart.get(names);
  if (!each) apart.set(names, (each = names.split('|')));
  for (const name of each) {
    const value = from[name];
    if (value != null) return value;
  }
  return;
}

export const text = (from: Fields, names: string): string => {
  const value = pick(from, names);
  return typeof value === 'object' ? '' : String(value ?? '');
};

export const number = (from: Fields, names: string): number | undefined => {
  const value = pick(from, names);
  const number = typeof value === 'number' || (typeof value === 'string' && value.trim()) ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
};
