import type { Clock } from '../../core/clock.js';

const SOON = 1000;
const LATEST = 60_000;

/** What could be written to memory only, and is owed to the store: tried again by itself, at growing distances. */
export class Debts {
  #clock: Clock;
  #owed = new Map<string, () => Promise<boolean>>();
  #pause = SOON;
  #timer?: unknown;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `pay` answers whether it is paid now. A newer debt of the same name takes the place of an older one. */
  owe(name: string, pay: () => Promise<boolean>): void {
    this.#owed.set(name, pay);
    this.remind();
  }

  /** There is an occasion: sees to it that what is owed is paid soon. */
  remind(): void {
    if (this.#owed.size) this.#timer ??= this.#clock.setTimeout(() => void this.#payAll(), this.#pause);
  }

  has(name: string): boolean {
    return this.#owed.has(name);
  }

  settle(name: string): void {
    this.#owed.delete(name);
    if (!this.#owed.size) this.close();
  }

  /** Lets the timer go; what is owed stays owed. */
  close(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pause = SOON;
  }

  async #payAll(): Promise<void> {
    let paid = true;
    for (const [name, pay] of [...this.#owed]) {
      if (this.#owed.get(name) !== pay) continue;
      paid = await pay();
      if (this.#owed.get(name) === pay) {
        this.#owed.delete(name);
        // To the end of the row: one that can never be paid must not stand in the way of the others.
        if (!paid) this.#owed.set(name, pay);
      }
      if (!paid) break;
    }
    const pause = Math.min(this.#pause * 2, LATEST);
    this.close();
    if (!paid) this.#pause = pause;
    this.remind();
  }
}
