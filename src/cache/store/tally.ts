import { LAST, merge, readSummary, weigh, type Arrival } from './entry.js';
import type { Stores } from './shelf.js';

/** What is kept, in one record, changed with every change in the same transaction. */
export interface Tally {
  bytes: number;
  /** The highest `used` that was given. */
  used: number;
  /** When this record was made by counting (epoch ms). */
  seen: number;
  /** A time that has passed for sure: seen on an earlier day, and the clock was not set back since. */
  sure: number;
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
// As many as are looked at for what may go: whatever is kept, a write reads no more of it.
const FEW = 8;

/**
 * Takes the arrivals into the index and makes room for them. Everything is read by key or by order, so that it costs the same
 * however much is kept; only once a day, and when the record is missing or the clock was set back, all is counted anew.
 */
export function settle(stores: Stores, room: Room): void {
  open(stores, room.now, (tally) =>
    stores('arrivals').all((arrivals) => {
      const spared = new Set(arrivals.map(({ key }) => key));
      const admitNext = () => {
        const arrival = arrivals.pop();
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
  stores('tally').get(TALLY, (tally) => {
    if (!tally) return;
    change(tally);
    stores('tally').put(tally, TALLY);
  });
}

/** The next place in the order of use: never a lower one, whatever the clock does. */
export const next = (tally: Tally, now: number): number => (tally.used = Math.max(now, tally.used + 1));

/** The tally, or a new one by counting all that is there. */
function open(stores: Stores, now: number, then: (tally: Tally) => void): void {
  stores('tally').get(TALLY, (tally) => {
    const old = Number.isFinite(tally?.bytes) ? tally : undefined;
    if (old && Math.abs(now - old.seen) < DAY) return then(old);
    stores('index').all((all) => {
      // One reading of a clock proves nothing, neither ahead nor back: the time lies between two of different days.
      const { seen = now, sure = 0 } = old ?? {};
      const counted: Tally = { bytes: 0, used: 0, seen: now, sure: !old ? 0 : now > seen ? seen : Math.min(sure, now) };
      for (const found of all) {
        const summary = readSummary(found, Math.max(seen, now));
        if (!summary) continue;
        counted.bytes += weigh(summary);
        counted.used = Math.max(counted.used, summary.used);
        stores('index').put(summary, summary.key);
      }
      then(counted);
    });
  });
}

function admit(stores: Stores, tally: Tally, now: number, arrival: Arrival, then: () => void): void {
  stores('index').get(arrival.key, (old) => {
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
    if (everything) tally.bytes = oldest.reduce((sum, summary) => sum + weigh(summary), 0);
    let gone = 0;
    for (const summary of oldest) {
      const expired = tally.sure - summary.at >= room.maxAge;
      if (spared.has(summary.key) || !(expired || tally.bytes > room.maxBytes)) continue;
      forget(stores, summary.key);
      tally.bytes -= weigh(summary);
      gone++;
    }
    if (gone && !everything) bound(stores, tally, room, spared);
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
