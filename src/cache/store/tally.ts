import { isNumber, LAST, merge, readSummary, weigh, type Arrival } from './entry.js';
import type { Stores } from './shelf.js';

/** What is kept, in one record, changed with every change in the same transaction. */
export interface Tally {
  bytes: number;
  /** The highest `used` that was given. */
  used: number;
  /** When it was counted (epoch ms). */
  counted: number;
  /** What the clock showed last. */
  seen: number;
  /** While the clock is doubted: what it showed before it leapt. */
  sure?: number;
}

export interface Room {
  now: number;
  maxBytes: number;
  maxAge: number;
}

const TALLY = 'all';
const DESIGN = ['index', 'results', 'progress', 'arrivals'] as const;
/** All that a change of what is kept may touch. */
export const BOOKS = [...DESIGN, 'tally'] as const;
const DAY = 86_400_000;
const LEAP = 2 * DAY;
// As many as are looked at for what may go: whatever is kept, a write reads no more of it.
const FEW = 8;

/**
 * Takes the arrivals into the index and makes room for them. Everything is read by key or by order, so that it costs the same
 * however much is kept; only once a day, and when the record is missing or the clock was set back, all is counted anew.
 */
export function settle(stores: Stores, room: Room): void {
  count(stores, room.now, (tally) =>
    stores('arrivals').all((found) => {
      const arrivals = found.filter((arrival) => readSummary(arrival));
      const spared = new Set(arrivals.map(({ key }) => key));
      arrivals.sort((a, b) => a.at - b.at);
      const admitNext = () => {
        const arrival = arrivals.shift();
        if (arrival) admit(stores, tally, room.now, arrival, admitNext);
        else bound(stores, tally, room, spared);
      };
      stores('arrivals').clear();
      admitNext();
    }),
  );
}

/** Changes the tally, where there is one. */
export function adjust(stores: Stores, change: (tally: Tally) => void): void {
  read(stores, (tally) => {
    if (!tally) return;
    change(tally);
    stores('tally').put(tally, TALLY);
  });
}

/** Tells the time for judging ages. */
export function believed(stores: Stores, now: number, then: (time: number) => void): void {
  read(stores, (tally) => then((tally && watch(tally, now).sure) ?? now));
}

function read(stores: Stores, then: (tally?: Tally) => void): void {
  stores('tally').get(TALLY, (found) => {
    const { bytes, used, counted, seen } = (found ?? {}) as Partial<Tally>;
    then([bytes, used, counted, seen].every(isNumber) ? found : undefined);
  });
}

/**
 * A clock that leaps two days ahead is not believed before it has shown a later day as well: most often somebody set it wrong, and
 * what was paid for must not expire by that. One that is set back makes everything younger, and is believed.
 */
function watch({ seen, sure }: Tally, now: number): Pick<Tally, 'seen' | 'sure'> {
  const ahead = now - seen;
  if (Math.abs(ahead) < DAY && sure !== undefined) return { seen, sure };
  return { seen: now, sure: ahead < LEAP ? undefined : seen };
}

/** The next place in the order of use: never a lower one, whatever the clock does. */
export const next = (tally: Tally, now: number): number => (tally.used = Math.max(now, tally.used + 1));

/** The tally, or a new one by counting all that is there. */
function count(stores: Stores, now: number, then: (tally: Tally) => void): void {
  read(stores, (found) => {
    const old = found ?? { bytes: 0, used: 0, counted: -Infinity, seen: now };
    const tally = { ...old, ...watch(old, now) };
    if (Math.abs(now - old.counted) < DAY) return then(tally);
    stores('index').all((all) => {
      tally.counted = now;
      tally.bytes = 0;
      for (const one of all) {
        const summary = readSummary(one, Math.max(old.seen, now) + DAY);
        if (!summary) continue;
        tally.bytes += weigh(summary);
        tally.used = Math.max(tally.used, summary.used);
        stores('index').put(summary, summary.key);
      }
      then(tally);
    });
  });
}

function admit(stores: Stores, tally: Tally, now: number, arrival: Arrival, then: () => void): void {
  stores('index').get(arrival.key, (found) => {
    const old = readSummary(found);
    const summary = merge(arrival, old);
    if (summary.used === LAST) summary.used = next(tally, now);
    tally.bytes += weigh(summary) - (old ? weigh(old) : 0);
    stores('index').put(summary, summary.key);
    then();
  });
}

/** Removes what has expired for sure, and the least recently used until the rest fits; never what is spared. */
function bound(stores: Stores, tally: Tally, room: Room, spared: Set<string>): void {
  const count = FEW + spared.size;
  stores('index').oldest(count, (oldest) => {
    const everything = oldest.length < count;
    const summaries = oldest.map((one) => readSummary(one));
    if (everything) tally.bytes = summaries.reduce((sum, summary) => sum + (summary ? weigh(summary) : 0), 0);
    let left = 0;
    for (const summary of summaries) {
      if (summary && spared.has(summary.key)) continue;
      const isOver = (at: number) => tally.bytes > room.maxBytes || (tally.sure ?? room.now) - at >= room.maxAge + LEAP;
      if (summary && isOver(summary.at)) {
        forget(stores, summary.key);
        tally.bytes -= weigh(summary);
      } else left++;
    }
    if (!left && !everything) bound(stores, tally, room, spared);
    else stores('tally').put(tally, TALLY);
  });
}

/** Gives so many bytes back to a full disk, where even the tally may find no room: it is counted anew later. */
export function giveBack(stores: Stores, bytes: number, spared: string): void {
  stores('tally').delete(TALLY);
  stores('index').oldest(FEW, (oldest) => {
    let left = bytes;
    for (const summary of oldest) {
      if (summary.key === spared || left <= 0) continue;
      forget(stores, summary.key);
      left -= weigh(summary);
    }
    if (left > 0 && oldest.length === FEW) giveBack(stores, left, spared);
  });
}

export function forget(stores: Stores, key: string): void {
  for (const name of DESIGN) stores(name).delete(key);
}
