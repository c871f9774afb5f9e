import type { Work } from '../../../chart/slices.js';
import type { Stage } from '../viewer/stage.js';

const STEPS = 64;

/** Work of which only the last one counts: a little of it is done at once, more of it in slices. */
export class Latest {
  readonly #stage: Stage;
  #life?: AbortController;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  do<Made>(work: Work<Made>, then: (made: Made) => void): void {
    this.end();
    for (let steps = 0; steps < STEPS; steps++) {
      const { done, value } = work.next();
      if (done) return then(value);
    }
    this.#life = new AbortController();
    this.#stage.inSlices(work, this.#life.signal).then(then, () => {}); // something else is wanted by now
  }

  end(): void {
    this.#life?.abort();
  }
}
