import type { Clock } from '../core/clock.js';
import type { Tabs } from '../core/tabs.js';
import type { Intent } from './intent.js';

/**
 * What the other tabs say of their intents. The store is what counts; but a store that hangs in one tab keeps that tab's
 * word to itself, and then the channel is all that the others can go by.
 */
export class Hearsay {
  #tabs: Tabs;
  #clock: Clock;
  #silence: number;
  #heard = new Map<string, { intent: Intent; at: number }>();

  constructor(tabs: Tabs, clock: Clock, silence: number) {
    this.#tabs = tabs;
    this.#clock = clock;
    this.#silence = silence;
    tabs.listen((message) => {
      const { intentOf, owner, intent } = Object(message) as { intentOf?: string; owner?: string; intent?: Intent };
      if (!intentOf) return;
      if (intent) this.#heard.set(intentOf, { intent, at: clock.elapsed() });
      else if (this.#heard.get(intentOf)?.intent.owner === owner) this.#heard.delete(intentOf);
    });
  }

  /** Says what the owner's intent is now; undefined: it has none any more. */
  tell(key: string, owner: string, intent: Intent | undefined): void {
    this.#tabs.post({ intentOf: key, owner, intent });
  }

  /** Somebody else who has sent it, or who is alive and goes first because two must never yield to each other. */
  rival(key: string, owner: string, settled?: string): Intent | undefined {
    const { intent, at = 0 } = this.#heard.get(key) ?? {};
    if (!intent || intent.owner === owner || intent.owner === settled) return;
    const alive = this.#clock.elapsed() - at < this.#silence && intent.owner < owner;
    return intent.sent || alive ? intent : undefined;
  }
}
