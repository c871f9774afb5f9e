import type { Clock } from '../core/clock.js';
import type { PatternErrorCode, PatternErrorDetails } from '../core/pattern-error.js';
import { pause } from '../core/pause.js';
import type { Tabs } from '../core/tabs.js';

/** What the maker of a design tells the others: that it is there, or why it will not be. */
export interface Word<Entry> {
  entry?: Entry;
  error?: PatternErrorDetails & { code: PatternErrorCode };
}

/** The others' word on one design: by the channel, or never where there is none, and then the store tells. */
export class Words<Entry> {
  close: () => void;
  #said?: Word<Entry>;
  #wake?: () => void;
  #tabs: Tabs;
  #key: string;

  constructor(tabs: Tabs, key: string) {
    this.#tabs = tabs;
    this.#key = key;
    this.close = tabs.listen((message) => {
      const word = message as Word<Entry> & { flight?: string };
      if (word?.flight !== key) return;
      this.#said = word;
      this.wake();
    });
  }

  say(word: Word<Entry>): void {
    this.#tabs.post({ flight: this.#key, ...word });
  }

  /** Ends the wait for a word. */
  wake(): void {
    this.#wake?.();
  }

  /** What was said since the last look, if anything. */
  take(): Word<Entry> | undefined {
    const said = this.#said;
    this.#said = undefined;
    return said;
  }

  /** Waits a while for a word. */
  async next(ms: number, clock: Clock, signal: AbortSignal): Promise<Word<Entry> | undefined> {
    const over = new AbortController();
    this.#wake = () => over.abort();
    signal.addEventListener('abort', this.#wake, { signal: over.signal });
    if (!this.#said && !signal.aborted) await pause(ms, clock, over.signal);
    this.#wake();
    return this.take();
  }
}
