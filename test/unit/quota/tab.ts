import {
  admit,
  classify,
  Ledger,
  QuotaError,
  readAllowance,
  retryAt,
  type ProviderRules,
  type Random,
  type Wire,
} from '../../../src/quota/index.js';
import type { Server } from './servers.js';
import type { FakeClock, MemoryFacts, MemoryWire } from './support.js';

const rules: ProviderRules = { monthCodes: ['RATE_LIMIT_EXCEEDED'] };

/** A tab with the widget in it: what generation does with the quota's rules, and nothing else. */
export class Tab {
  ledger!: Ledger;
  #wire: Wire;
  constructor(
    readonly clock: FakeClock,
    readonly facts: MemoryFacts,
    wire: MemoryWire,
    readonly random: Random,
  ) {
    this.#wire = wire.tab();
    void this.reload();
  }

  async reload() {
    this.ledger?.close();
    this.ledger = new Ledger('account', { facts: this.facts, wire: this.#wire, clock: this.clock });
    await this.ledger.load();
  }

  /** One press of Generate: the kind of failure, or undefined when it went well. */
  async click(server: Server, maxWait = Infinity): Promise<string | undefined> {
    const { ledger, clock, random } = this;
    try {
      for (;;) {
        const done = await admit(ledger, { clock, random, maxWait });
        const response = await server.send();
        const { status, headers } = response;
        const body = await response.json().catch(() => undefined);
        if (response.ok)
          await ledger.learn({
            exhausted: false,
            remaining: body?.usage?.calls_remaining,
            window: readAllowance(headers, clock.now()),
          });
        const failure = response.ok ? undefined : classify({ status, headers, body }, rules, clock.now());
        const again = failure && (await retryAt(ledger, failure, { clock, random }));
        await done();
        if (!failure) return;
        if (again === undefined) return failure.kind;
      }
    } catch (error) {
      if (error instanceof QuotaError) return error.failure.kind;
      throw error;
    }
  }
}
