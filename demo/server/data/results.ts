import type { Clock } from '../clock.js';
import type { Store } from './store.js';

export interface Result {
  type: string;
  details: string;
  bytes: Uint8Array;
}

/** How many results that never expire are kept; the demo's data must not grow for ever. */
const KEPT = 100;

/** What was made and paid for: patterns and Picsart pictures. It survives a restart. */
export class Results {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  keep(id: string, result: Result, livesMs?: number): void {
    const now = this.clock.now();
    this.store.transaction(() => {
      const { type, details, bytes } = result;
      this.store.run(
        'INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)',
        id,
        now,
        livesMs === undefined ? null : now + livesMs,
        type,
        details,
        bytes,
      );
      const newest = 'SELECT id FROM results WHERE expires IS NULL ORDER BY made DESC, rowid DESC LIMIT ?';
      this.store.run(`DELETE FROM results WHERE expires IS NULL AND id NOT IN (${newest})`, KEPT);
    });
  }

  /** Expired ones are not deleted at once: a test may turn the clock back. */
  find(id: string): Result | undefined {
    return this.store.get<Result>(
      'SELECT type, details, bytes FROM results WHERE id = ? AND (expires IS NULL OR expires > ?)',
      id,
      this.clock.now(),
    );
  }
}
