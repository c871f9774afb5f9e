import { LAST, markOf, readEntry, readSummary, weigh, type Arrival, type Entry, type Progress } from './entry.js';
import type { Stores } from './shelf.js';
import { adjust, forget, next } from './tally.js';

// One design on the shelves.

/** A design as it was, and its place in the order of use. */
export interface Taken {
  entry: Entry;
  used: number;
  /** As it lay on the shelf: in memory, another one after each change. */
  record: unknown;
  /** It lay in memory. */
  held?: boolean;
}

/** It is there from now on; it counts from when the tally is settled. */
export function arrive(stores: Stores, { progress, ...record }: Entry, arrival: Arrival): void {
  stores('results').put(record, record.key);
  if (progress) stores('progress').put(progress, record.key);
  stores('arrivals').put(arrival, record.key);
}

export function take(stores: Stores, key: string, then: (taken: Taken) => void): void {
  let progress: Progress | undefined;
  let used = LAST;
  stores('progress').get(key, (found) => (progress = found));
  stores('index').get(key, (found) => (used = readSummary(found)?.used ?? LAST));
  stores('results').get(key, (found) => {
    const entry = readEntry(found);
    if (entry) then({ entry: progress ? { ...entry, progress } : entry, used, record: found });
  });
}

/** Marks a use. */
export function use(stores: Stores, key: string, now: number): void {
  stores('index').get(key, (summary) => {
    if (summary) adjust(stores, (tally) => stores('index').put({ ...summary, used: next(tally, now) }, key));
  });
}

/** Changes the progress of a design that is kept, and calls when there is something to settle. */
export function mark(stores: Stores, key: string, marking: (old?: Progress) => Progress, then: () => void): void {
  stores('progress').get(key, (old) =>
    stores('index').get(key, (summary) =>
      stores('arrivals').get(key, (arrival) => {
        const design = arrival ?? (summary && { ...summary, used: undefined });
        if (!design) return;
        const progress = marking(old);
        stores('progress').put(progress, key);
        stores('arrivals').put({ ...design, progress: markOf(progress) }, key);
        then();
      }),
    ),
  );
}

export function remove(stores: Stores, key: string): void {
  stores('index').get(key, (found) => {
    const summary = readSummary(found);
    if (summary) adjust(stores, (tally) => (tally.bytes -= weigh(summary)));
    forget(stores, key);
  });
}
