import type { Clock, Random } from '../core/clock.js';
import type { Facts } from '../core/facts.js';
import type { Tabs } from '../core/tabs.js';
import { Hearsay } from './hearsay.js';
import type { Intent, Sent } from './intent.js';

/** One holder's right to make a design; every step first makes sure that it still has it. */
export interface Lease {
  owner: string;
  /** Writes down that the request is about to be sent; false when somebody else has taken over. */
  sending(sent: Sent): Promise<boolean>;
  /** Something came that proves that nothing was counted, or (`ended`) that at least nothing is under way any more. */
  answered(ended?: boolean): Promise<void>;
  /** Goes, and leaves what was sent for time and proof to settle; what was not sent leaves nothing. */
  leave(): Promise<void>;
  /** The owner's own word: it is over. */
  release(): Promise<void>;
}

export interface LeaseDeps {
  facts: Facts;
  tabs: Tabs;
  clock: Clock;
  random: Random;
  /** Milliseconds between two signs of life. */
  beat: number;
  /** Silence after which a holder that has sent nothing is overtaken. */
  silence: number;
}

/**
 * A record with a sign of life instead of a lock: a tab that dies or freezes holds nothing, and nothing keeps a page out of
 * the back/forward cache. Each change is one compare-and-set, so an owner that was overtaken can do no more harm.
 */
export class Leases {
  #deps: LeaseDeps;
  #hearsay: Hearsay;

  constructor(deps: LeaseDeps) {
    this.#deps = deps;
    this.#hearsay = new Hearsay(deps.tabs, deps.clock, deps.silence);
  }

  /** A beat from the future is a clock set back, not a sign of life. */
  isAlive({ beat }: Intent): boolean {
    return Math.abs(this.#deps.clock.now() - beat) < this.#deps.silence;
  }

  /**
   * Takes the intent of a design, or tells who has it. A sent one is only taken when the caller names its owner: that it is
   * over was settled by time and proof, or the visitor does not want to wait for it.
   */
  async claim(key: string, settled?: string): Promise<Lease | Intent> {
    const { facts, clock, random } = this.#deps;
    const hearsay = this.#hearsay;
    const fact = 'flight:' + key;
    const owner = random().toString(36).slice(2);
    const now = clock.now();
    const free = (old: Intent) => (old.sent ? old.owner === settled : !this.isAlive(old));
    const intent = await facts.update<Intent>(fact, (old) => (old && !free(old) ? old : { owner, beat: now }));
    if (intent?.owner !== owner) return intent!;

    const change = async (news: (old: Intent) => Intent | undefined) => {
      const now = await facts.update<Intent>(fact, (old) => (old?.owner === owner ? news(old) : old));
      hearsay.tell(key, owner, now?.owner === owner ? now : undefined);
      return now?.owner === owner;
    };
    const rival = hearsay.rival(key, owner, settled);
    if (rival) {
      await change(() => undefined);
      return rival;
    }
    hearsay.tell(key, owner, intent);
    let timer: unknown;
    let over = false;
    const beat = () => {
      timer = clock.setTimeout(() => {
        if (over) return;
        void change((old) => ({ ...old, beat: clock.now() }));
        beat();
      }, this.#deps.beat);
    };
    beat();
    const end = async (news: (old: Intent) => Intent | undefined) => {
      over = true;
      clock.clearTimeout(timer);
      await change(news);
    };
    return {
      owner,
      sending: async (sent) =>
        !hearsay.rival(key, owner, settled) && (await change((old) => ({ ...old, beat: clock.now(), sent }))),
      answered: async (ended) =>
        void (await change(({ sent, ...old }) => (ended && sent ? { ...old, sent: { ...sent, ended } } : old))),
      leave: () => end(({ sent, ...old }) => sent && { ...old, beat: 0, sent }),
      release: () => end(() => undefined),
    };
  }
}
