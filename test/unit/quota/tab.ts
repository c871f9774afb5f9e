import type { Random } from '../../../src/core/clock.js';
import type { Tabs } from '../../../src/core/tabs.js';
import { picsart } from '../../../src/providers/picsart/wire.js';
import { classify } from '../../../src/quota/classifier.js';
import { QuotaError } from '../../../src/quota/failures.js';
import { admit } from '../../../src/quota/gate.js';
import { Ledger } from '../../../src/quota/ledger.js';
import { readAllowance } from '../../../src/quota/rate-limit.js';
import { learnFailure } from '../../../src/quota/learn-failure.js';
import type { ProviderRules } from '../../../src/quota/rules.js';
import { paced } from '../../../src/quota/pace.js';
import type { Turns } from '../../../src/quota/turns.js';
import type { Server } from './servers.js';
import type { FakeClock, MemoryFacts, MemoryTabs } from '../../support/simulation.js';

const rules: ProviderRules = { ...picsart.rules, monthCodes: ['RATE_LIMIT_EXCEEDED'] };

/** A tab with the widget in it: what generation does with the quota's rules, and nothing else. */
export class Tab {
  ledger!: Ledger;
  #tabs: Tabs;
  constructor(
    readonly clock: FakeClock,
    readonly facts: MemoryFacts,
    tabs: MemoryTabs,
    readonly random: Random,
    readonly turns: Turns = paced(),
  ) {
    this.#tabs = tabs.tab();
    void this.reload();
  }

  async reload() {
    this.ledger = new Ledger('account', { facts: this.facts, tabs: this.#tabs, clock: this.clock });
    await this.ledger.load();
  }

  /** One press of Generate: the kind of failure, or undefined when it went well. */
  async click(server: Server, maxWait = Infinity): Promise<string | undefined> {
    const { ledger, clock, random, turns } = this;
    try {
      for (;;) {
        const place = await admit(ledger, { clock, random, turns, maxWait });
        const response = await server.send();
        const { status, headers } = response;
        const body = await response.json().catch(() => undefined);
        if (response.ok)
          await ledger.learn({
            exhausted: false,
            remaining: body?.usage?.calls_remaining,
            window: readAllowance(headers, clock.now(), rules),
          });
        const failure = response.ok ? undefined : classify({ status, headers, body }, rules, clock.now());
        const again = failure && (await learnFailure(ledger, failure, { clock, random }));
        await place.done(failure);
        if (!failure) return;
        if (again === undefined) return failure.kind;
      }
    } catch (error) {
      if (error instanceof QuotaError) return error.failure.kind;
      throw error;
    }
  }
}
