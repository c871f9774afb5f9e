/** The API's own clock: the real one until it is set, and from then on ticking from the time it was set to. */
export interface Clock {
  now(): number;
  /** milliseconds since 1970, or null for the real time again */
  set(time: number | null): void;
  readonly isSet: boolean;
}

export function createClock(real: () => number = Date.now): Clock {
  let ahead = 0;
  let isSet = false;
  return {
    now: () => real() + ahead,
    set(time) {
      ahead = time === null ? 0 : time - real();
      isSet = time !== null;
    },
    get isSet() {
      return isSet;
    },
  };
}

/** `2026-11-03` in UTC, the zone in which months begin for everybody. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** `2026-11`: what counters are kept under, so that no timer has to reset them. */
export const monthOf = (time: number) => new Date(time).toISOString().slice(0, 7);

/** The 1st of the next month, `2026-12-01`. */
export function nextMonth(time: number): string {
  const date = new Date(time);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}
