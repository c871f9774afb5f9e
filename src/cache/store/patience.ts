import type { Clock } from '../../core/clock.js';

// IndexedDB may hang for ever (https://bugs.webkit.org/show_bug.cgi?id=226547): what takes longer is done in memory.
const TURN = 1000;
const TURNS = 4;

/**
 * Waits for the work four seconds, in turns. A thread that stood still for ten seconds had one turn in them: the answer may have
 * been there all the time, and gets the other three to be heard.
 */
export function patience<T>(clock: Clock, work: Promise<T>, giveUp: () => void): Promise<T> {
  let timer: unknown;
  return new Promise<T>((resolve, reject) => {
    const turn = (left: number) => {
      if (left) timer = clock.setTimeout(() => turn(left - 1), TURN);
      else {
        giveUp();
        reject();
      }
    };
    turn(TURNS);
    work.then(resolve, reject);
  }).finally(() => clock.clearTimeout(timer));
}
