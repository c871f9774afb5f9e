import type { Clock } from '../core/clock.js';
import { PatternError } from '../core/pattern-error.js';
import { isOver, type Intent } from './intent.js';
import type { Leases } from './lease.js';
import type { Plan } from './plan.js';

/** How often the free counter is asked while somebody silent may still be making the design. */
const ASK = 20_000;

/** Most requests of one flight that may be lost. */
const MOST = 3;

/** Waits for a design that somebody else has asked for, and finds out by time and proof when nobody will bring it any more. */
export class Standby {
  #plan: Pick<Plan<unknown>, 'recount'>;
  #clock: Clock;
  #leases: Leases;
  /** Whom this page watches, since when (by time that nobody can set), and what the counter last said of it. */
  #watched?: { owner: string; since: number; asked?: number; verdict?: 'moved' | 'unknown' };
  #lost: { owner: string; why: Error }[] = [];

  constructor(plan: Pick<Plan<unknown>, 'recount'>, clock: Clock, leases: Leases) {
    this.#plan = plan;
    this.#clock = clock;
    this.#leases = leases;
  }

  /** A request of our own that brought no answer is watched like anybody else's; three of them are enough. */
  lost(owner: string, why: Error): void {
    this.#lost.push({ owner, why });
    if (this.#lost.length >= MOST) throw this.#maybeCounted(owner);
  }

  /** It was sent, and there is no sign of life. */
  isUnsettled(other: Intent): boolean {
    return !!other.sent && !this.#leases.isAlive(other);
  }

  /** One look. Resolves with the owner whose request is over and was not counted; throws when it may have been counted. */
  async settle(other: Intent): Promise<string | undefined> {
    const { owner, sent } = other;
    const now = this.#clock.elapsed();
    if (this.#watched?.owner !== owner) this.#watched = { owner, since: now };
    const watched = this.#watched;
    if (!sent || !this.isUnsettled(other)) return;
    // Its owner may have said its word while the counter was asked: only when it is still there at the next look it counts.
    if (watched.verdict) throw this.#maybeCounted(owner);
    const seen = () => this.#clock.elapsed() - watched.since;
    if (!isOver(sent, { watched: seen() }) && watched.asked !== undefined && now - watched.asked < ASK) return;
    watched.asked = now;
    const { moved, serverNow } = await this.#plan.recount(sent.counted);
    const over = isOver(sent, { watched: seen(), serverNow });
    if (moved) watched.verdict = 'moved';
    else if (over && moved === undefined) watched.verdict = 'unknown';
    else if (over) return owner;
    return;
  }

  #maybeCounted(owner: string): PatternError {
    const own = this.#lost.find((lost) => lost.owner === owner)?.why;
    const error = own instanceof PatternError ? own : new PatternError('network');
    error.maybeCounted = true;
    return error;
  }
}
