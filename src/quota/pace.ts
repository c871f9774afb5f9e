import { opens } from './known.js';
import { givenBack, PATIENCE, type Turns } from './turns.js';

// What a busy shop may send to an API that does not tell how many requests a minute it takes: a few at once, and once a refusal
// has shown how many were served in its minute, no more than those.

/** Shared by all machines of an account. Times are local epoch milliseconds. */
export interface Pace {
  /** What is under way: until when each is waited for. */
  underWay: number[];
  /** When each of those was answered that were served lately, the first one first. */
  served: number[];
  /** How many were served since the last refusal. */
  streak: number;
  /** The API tells its window: the first of each goes alone and brings its number. */
  tells?: boolean;
  /** How many a minute are served, as a refusal has shown, and until when that is believed: a limit may be raised. */
  most?: { count: number; until: number };
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Clocks of several machines differ a little, and waits are told in whole seconds. */
const SLACK = 2000;
/** More than so many a minute are not remembered; then what a limit refuses at once is little beside what it served. */
const REMEMBERED = 120;
/** So many at once from the third good answer on. A limit that is met refuses no more than were under way. */
const LANES = 4;
const MOST_LANES = 32;
/** One lane more for so many served: what a limit refuses stays below 4 % of them. */
const PER_LANE = 25;
/** A shorter wait than this is no minute's, but something that passes. */
const SHORT = 5000;

/** Without what has passed, and without what a clock that was set back has left in the future. */
function paceAt({ underWay = [], served = [], streak = 0, tells, most }: Partial<Pace> = {}, now: number): Pace {
  const runs = (until: number, longest: number) => until > now && until <= now + longest;
  return {
    underWay: underWay.filter((until) => runs(until, PATIENCE)),
    served: served.filter((at) => Math.abs(now - at) < MINUTE + SLACK),
    streak,
    tells,
    most: most && runs(most.until, HOUR) ? most : undefined,
  };
}

/** How many may be under way at once. Nothing is proved at first, so one goes alone; and never more than uses are left. */
function lanes({ served, streak, tells, most }: Pace, remaining: unknown): number {
  const few = tells ? 1 : Math.min(1 + streak, Math.max(LANES, streak / PER_LANE), MOST_LANES);
  const left = typeof remaining === 'number' && remaining > 0 ? remaining : Infinity;
  return Math.floor(Math.min(few, left, (most?.count ?? Infinity) - served.length));
}

/** A limit was met that is over at `until`: its minute serves as many as were served since it began. */
function learnt({ served, most }: Pace, until: number | undefined, now: number): Pace['most'] {
  if (until === undefined || until - now <= SHORT || until - now > MINUTE + SLACK) return most;
  const count = served.filter((at) => at >= until - MINUTE - SLACK).length;
  if (!count || count >= REMEMBERED) return most;
  return { count: Math.min(count, most?.count ?? Infinity), until: now + HOUR };
}

/** For a server: the turns of one account, which its machines share by what is known. */
export function paced(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** The minute is full of what was served: it has room again when the first of those leaves it. */
    opens(known, now) {
      const { pace, window } = known;
      const { most, served, underWay } = paceAt(pace, now);
      const leaves = served[served.length + underWay.length - (most?.count ?? Infinity)];
      const full = leaves === undefined || window?.available !== undefined ? 0 : leaves + MINUTE + SLACK;
      return Math.max(full, opens(known));
    },
    isFree(known, now) {
      // What else holds back is the gate's to tell.
      if (known.exhausted || known.window?.available !== undefined || this.opens!(known, now) > now) return true;
      const pace = paceAt(known.pace, now);
      return pace.underWay.length < lanes(pace, known.remaining);
    },
    take(known, now) {
      const pace = paceAt(known.pace, now);
      return { ...known, pace: { ...pace, underWay: [...pace.underWay, now + PATIENCE] } };
    },
    over(old, taken, failure, now) {
      const known = givenBack(old, taken, failure);
      if (taken.window?.available !== undefined) return known;
      const pace = paceAt(known.pace, now);
      const mine = pace.underWay.indexOf(taken.pace?.underWay.at(-1) ?? 0);
      const next: Pace = {
        ...pace,
        underWay: pace.underWay.filter((_, at) => at !== mine),
        tells: pace.tells || known.window?.available !== undefined,
      };
      if (failure === undefined)
        return { ...known, pace: { ...next, served: [...next.served, now].slice(-REMEMBERED), streak: next.streak + 1 } };
      if (failure?.kind !== 'throttled') return { ...known, pace: next };
      return { ...known, pace: { ...next, streak: 0, most: learnt(next, failure.until, now) } };
    },
    inTurn<T>(ask: () => Promise<T>) {
      const mine = last.then(ask);
      last = mine.catch(() => {});
      return mine;
    },
  };
}
