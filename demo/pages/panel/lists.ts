import { find, make } from '../make.js';
import type { Asked, Letter, LogLine } from './control.js';

const MOST = 40;
const shown = new Map<string, string>();

/** Newest first. Drawn anew only when it changed, so that what somebody reads or scrolls stays. */
function fill<Entry>(id: string, entries: Entry[], empty: string, line: (entry: Entry) => (Node | string)[]): void {
  const now = JSON.stringify(entries);
  if (shown.get(id) === now) return;
  shown.set(id, now);
  const lines = entries
    .slice(-MOST)
    .reverse()
    .map((entry) => make('li', {}, ...line(entry)));
  find('#' + id).replaceChildren(...(lines.length ? lines : [make('li', { className: 'muted' }, empty)]));
}

const text = (className: string, content: string) => make('span', { className }, content);
const time = (at: string) => text('muted', new Date(at).toLocaleTimeString(undefined, { timeStyle: 'medium', hour12: false }));
const request = ({ at, method, path, status }: Omit<LogLine, 'counted'>) => [
  time(at),
  make('span', { className: 'what' }, method, ' ', ...breakable(path)),
  text('', status === null ? '…' : status === 0 ? 'cut' : String(status)),
];

/** May be broken before each slash. */
const breakable = (path: string) => path.split(/(?=\/)/).flatMap((part) => [make('wbr'), part]);

const COSTS: Record<string, string> = { hit: 'known', joined: 'joined', miss: 'passed on' };

export function showAsked(asked: Asked[]): void {
  fill('asked', asked, 'Nothing yet.', (one) => [
    ...request(one),
    text(one.cache === 'miss' ? 'counted' : 'muted', one.cache ? COSTS[one.cache]! : 'free'),
  ]);
}

export function showRequests(log: LogLine[]): void {
  fill('requests', log, 'Nothing yet.', (line) => [
    ...request(line),
    text(line.counted ? 'counted' : 'muted', line.counted ? 'paid' : 'free'),
  ]);
}

export function showLetters(letters: Letter[]): void {
  fill('outbox', letters, 'Nothing yet. The owner is written to at 50 uses left and at 0.', ({ at, subject, text: said }) => [
    time(at),
    make('span', { className: 'what' }, make('strong', {}, subject), ' ', said),
  ]);
}
