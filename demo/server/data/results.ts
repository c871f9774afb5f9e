import type { Clock } from '../clock.js';
import type { Store } from './store.js';

export interface Result {
  type: string;
  details: string;
  bytes: Uint8Array;
}

/** How many are kept; the demo's data must not grow for ever. */
const KEPT = 500;

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
      this.store.run('DELETE FROM results WHERE id NOT IN (SELECT id FROM results ORDER BY rowid DESC LIMIT ?)', KEPT);
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
