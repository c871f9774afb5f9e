import type { Clock } from '../../core/clock.js';

// IndexedDB may hang for ever (https://bugs.webkit.org/show_bug.cgi?id=226547): what takes longer is done in memory.
const TURN = 1000;
const TURNS = 4;
// Firefox reads 48 MB for 8 s where the machine is busy.
const MORE_TURNS = 26;

/**
 * Waits for the work four seconds, in turns. A thread that stood still for ten seconds had one turn in them: the answer may have
 * been there all the time, and gets the other three to be heard. Storage that is `alive` hangs not, but has much to hand over: it gets
 * half a minute.
 */
export function patience<T>(clock: Clock, work: Promise<T>, giveUp: () => void, alive?: () => boolean): Promise<T> {
  let timer: unknown;
  return new Promise<T>((resolve, reject) => {
    const turn = (left: number, more = alive) => {
      if (left) timer = clock.setTimeout(() => turn(left - 1, more), TURN);
      else if (more?.()) turn(MORE_TURNS, undefined);
      else {
        giveUp();
        reject();
      }
    };
    turn(TURNS);
    work.then(resolve, reject);
  }).finally(() => clock.clearTimeout(timer));
}
