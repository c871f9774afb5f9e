import type { Choice } from '../providers/provider.js';
import type { Closed, Quota } from '../quota/ledger.js';
import type { Host } from './host.js';
import { openKit } from './workshop.js';

/** Whom a line tells its news. */
export interface Listener {
  /** What is known of the quota changed. */
  told(): void;
  /** The settings name an account that can be spoken to. */
  connected(): void;
  failed(error: unknown): void;
}

/** A widget's line to its account: what is known of the quota, and what the API offers. */
export class Line {
  quota: Quota = { kind: 'unknown', exhausted: false, asOf: new Date(0) };
  /** Why nothing new can be made for longer than anybody waits. */
  closed?: Closed;
  choices?: Choice[];
  readonly #host: Host;
  readonly #listener: Listener;
  #connection?: AbortController;

  constructor(host: Host, listener: Listener) {
    this.#host = host;
    this.#listener = listener;
  }

  /** Listens to the account that the settings name; called again when they change. */
  async connect(): Promise<void> {
    this.disconnect();
    const { signal } = (this.#connection = new AbortController());
    try {
      const { making, page, settings } = await openKit(this.#host);
      const account = await making.connect(page, settings, (...news) => this.#know(...news), signal);
      if (signal.aborted) return;
      this.#listener.connected();
      const { ledger } = account;
      // What was known may belong to another account.
      if (ledger.known.asOf || +this.quota.asOf) this.#know(ledger.quota, ledger.closed);
      const choices = await page.library.lookUp(account, 'niches', settings);
      if (signal.aborted) return;
      this.choices = choices;
      this.#host.changed();
    } catch (error) {
      if (!signal.aborted) this.#listener.failed(error);
    }
  }

  disconnect(): void {
    this.#connection?.abort();
  }

  async refresh(): Promise<Quota> {
    const { making, page, settings } = await openKit(this.#host);
    return making.refreshed(page, settings);
  }

  /** Asks the free counter if nobody did in the last minutes. */
  async ask(): Promise<void> {
    try {
      const { making, page, settings } = await openKit(this.#host);
      await making.askCounter(page, settings);
    } catch {
      // The press will say what is wrong.
    }
  }

  #know(quota: Quota, closed?: Closed): void {
    this.quota = quota;
    this.closed = closed;
    this.#host.quota(quota);
    this.#listener.told();
  }
}
