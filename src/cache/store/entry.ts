/** Version of the record below. */
export const SCHEMA = 2;

/** Bytes and their MIME type; a Blob kept in IndexedDB can be lost (https://bugs.webkit.org/show_bug.cgi?id=188438). */
export interface Stored {
  bytes: ArrayBuffer;
  type: string;
  filename?: string;
}

/** What a design is called: by what it is, and by the visitor. */
export interface Title {
  niche?: string;
  pattern?: string;
  columns?: number;
  rows?: number;
  name?: string;
}

/** How far a visitor has come with a design. JSON, but for the bytes in `marks`. */
export interface Progress {
  /** 0 to 1. */
  share: number;
  marks?: ArrayBuffer;
  [more: string]: unknown;
}

/** `picture`: the prepared upload; `image`: the result, where it is one. */
export type FileName = 'picture' | 'pdf' | 'image' | 'thumb';

/** One design: the API's answer and what belongs to it. */
export interface Entry {
  key: string;
  schema: typeof SCHEMA;
  /** Whose it is: a mark that means something only to the caller. */
  account: string;
  title: Title;
  /** JSON, as `adjustments` are. */
  parameters: unknown;
  /**
   * The text that the API answered, or what was read from it. A text is copied into the store, and to other tabs, in 20 ms where
   * the 300,000 objects in it take 350, in the turn in which they arrive. A large one is kept in its bytes, as it came and before it is
   * read: what they say may turn out to be nothing.
   */
  answer: unknown;
  /** It was put there before it was read. */
  unread?: true;
  adjustments?: unknown;
  /** Address of the picture, where it was given as one. */
  url?: string;
  files: Partial<Record<FileName, Stored>>;
  /** When it was made (epoch ms). */
  at: number;
  /** Only on its way out of the store and back into it; meanwhile it is a record of its own. */
  progress?: Progress;
}

/** What the index knows of a design without loading it. */
export interface Summary extends Pick<Entry, 'key' | 'account' | 'title' | 'at'> {
  /** When it was used last: rises with every use of any design, whatever the clock does. */
  used: number;
  bytes: number;
  thumb?: Stored;
  progress?: { share: number; bytes: number };
}

/** A summary on its way into the index. Without `used`, its place in the order is as before. */
export type Arrival = Omit<Summary, 'used'> & { used?: number };

/** The place in the order of what is used just now. */
export const LAST = Infinity;

/** What an arrival makes of the summary that was there. */
export const merge = (arrival: Arrival, old?: Summary): Summary => ({
  ...arrival,
  progress: arrival.progress ?? old?.progress,
  used: arrival.used ?? old?.used ?? LAST,
});

const json = (value: unknown) => JSON.stringify(value)?.length ?? 0;

/** Of an answer that was not read. */
export const sizeOf = (answer: unknown): number | undefined =>
  typeof answer === 'string' ? answer.length : answer instanceof ArrayBuffer ? answer.byteLength : undefined;

export const markOf = (progress?: Progress): Summary['progress'] =>
  progress && { share: progress.share, bytes: json(progress) + (progress.marks?.byteLength ?? 0) };

export function summarize({ key, account, title, at, answer, parameters, files, progress }: Entry): Arrival {
  const { thumb } = files;
  // The thumbnail lies in the index as well.
  const sum = (bytes: number, file?: Stored) => bytes + (file?.bytes?.byteLength ?? 0);
  const size = sizeOf(answer);
  const own = size === undefined ? json([answer, title, parameters]) : size + json([title, parameters]);
  const bytes = [...Object.values(files), thumb].reduce(sum, own);
  return { key, account, title, at, bytes, thumb, progress: markOf(progress) };
}

export const weigh = ({ bytes, progress }: Arrival): number => bytes + (progress?.bytes ?? 0);

type Loose<T> = { [Key in keyof T]?: unknown } & { label?: unknown };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Records were once named by one line: provider, endpoint, what it is and "20 × 30". */
function named({ account, title, label }: Loose<Summary>): Pick<Summary, 'account' | 'title'> {
  if (typeof account === 'string' && isObject(title)) return { account, title };
  const [, owner = '', name, columns, rows] = /^(\S+ \S+) ?(.*?)(?: ?(\d+) × (\d+))?$/.exec(String(label ?? '')) ?? [];
  const size = columns && { columns: +columns, rows: +rows! };
  return { account: owner, title: { ...(name && { [size ? 'niche' : 'pattern']: name }), ...size } };
}

export const isNumber = (value: unknown): value is number => Number.isFinite(value);
const number = (value: unknown, fallback: number) => (isNumber(value) ? value : fallback);

/** What lies in the store as an entry of today; undefined when it is none, such as one of a later version. */
export function readEntry(found: unknown): Entry | undefined {
  const record = (found ?? {}) as Loose<Entry>;
  const { key, schema, answer, parameters, url, files, at } = record;
  if (typeof key !== 'string' || !isObject(files)) return;
  if (schema === SCHEMA) return record as Entry;
  if (schema !== undefined || !answer) return;
  const kept = { key, schema: SCHEMA, parameters, answer, files, at: number(at, 0), ...named(record) };
  return { ...kept, ...(url !== undefined && { url }) } as Entry;
}

/** The same for the index; what is missing is mended, for behind it lies something that was paid for. */
export function readSummary(found: unknown, latest = Infinity): Summary | undefined {
  const record = (found ?? {}) as Loose<Summary>;
  const { key, thumb, progress } = record as Summary;
  if (typeof key !== 'string') return;
  // One from the future would outlive the others: its clock was wrong, and its age begins now.
  const at = Math.min(number(record.at, latest), latest);
  const mark = isNumber(progress?.bytes) ? progress : undefined;
  return { key, thumb, progress: mark, at, used: number(record.used, at), bytes: number(record.bytes, 0), ...named(record) };
}
