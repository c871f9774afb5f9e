import type { Facts } from '../../core/facts.js';
import type { Tabs } from '../../core/tabs.js';

/** Room asked for in one budget. Windows go by name (`site-month:2026-11`): a timer of a month would overflow. */
export interface Want {
  name: string;
  limit: number;
  /** When the window is over and its count may be forgotten (epoch ms). */
  until: number;
}

/** What was paid for, as bytes, and what is known about them. */
export interface Kept {
  bytes: Uint8Array;
  about: Record<string, string>;
  /** When it was made (epoch ms). */
  at: number;
}

/** What one takes of the room, with what is known about it. */
export const weight = ({ bytes }: Kept): number => bytes.length + 512;

export interface Bounds {
  maxBytes: number;
  /** Milliseconds. */
  maxAge: number;
}

export type Counts = Record<string, number>;

/**
 * What all machines of a shop share. Other than in a browser any call may reject: then nothing may be sent upstream that
 * could not be accounted for.
 */
export interface Store extends Facts {
  /** Takes one of each, or nothing at all. Resolves with the budgets that have no room; none: all were taken. */
  take(wants: Want[]): Promise<string[]>;
  /** Gives one of each back, where its window still runs. */
  give(names: string[]): Promise<void>;
  kept(key: string): Promise<Kept | undefined>;
  /** Makes room by age, then by last use. The newest is always kept: it was just paid for. */
  keep(key: string, kept: Kept, bounds: Bounds): Promise<void>;
  /** Adds to the counters of a day (`2026-11-27`). */
  count(day: string, counts: Counts): Promise<void>;
  counts(days: string[]): Promise<Counts[]>;
  /** Word to the other machines. */
  tabs: Tabs;
  /** Rejects when the store does not work. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The store does not answer, or not in time. */
export class StoreDown extends Error {
  override name = 'StoreDown';
  constructor(cause: unknown) {
    super('The store does not answer', { cause });
  }
}
