import type { Clock } from '../../../src/core/clock.js';
import { PatternError } from '../../../src/core/pattern-error.js';
import { Flights } from '../../../src/flight/flights.js';
import type { Pilot, Plan, Step } from '../../../src/flight/plan.js';
import { FakeClock, MemoryFacts, MemoryTabs, seeded } from '../../support/simulation.js';

/** What the server does with one request: when it counts, when and what it answers. Milliseconds after it was sent. */
export interface Fate {
  counts?: number;
  answers?: { after: number; status: number };
}

export const LIMIT = 60_000;

/** One origin with its store, its channel and an API that counts; tabs come and go. */
export class World {
  clock = new FakeClock();
  facts = new MemoryFacts();
  channel = new MemoryTabs();
  kept = new Map<string, string>();
  /** What the owner pays for. */
  count = 0;
  sends: { tab: number; at: number; insisted: boolean; counted?: boolean }[] = [];
  recounts = 0;
  /** Answers read by a tab that lived. */
  answered: string[] = [];
  /** The counter cannot be read. */
  mute = false;
  /** The server's clock is readable. */
  tellsTime = true;
  fates: Fate[] = [];
  #tabs = 0;

  /** With facts of its own, its store keeps its word to itself. */
  tab(facts = this.facts): Tab {
    return new Tab(this, this.#tabs++, facts);
  }
}

/** One tab of the origin. Whatever it awaits goes through `alive`, so that it can stand still, or be gone. */
export class Tab {
  flights: Flights<string>;
  steps: Step[] = [];
  limits: (number | undefined)[] = [];
  keptTold = 0;
  frozenUntil = 0;
  dead = false;
  #random = seeded(0);
  #abort = new AbortController();
  #insisting = false;

  constructor(
    readonly world: World,
    readonly id: number,
    facts: MemoryFacts,
  ) {
    this.#random = seeded(id + 1);
    const { channel } = world;
    const tabs = channel.tab();
    this.flights = new Flights({
      clock: this.clock,
      random: this.#random,
      facts: {
        get: async (key) => this.alive(await facts.get(key)),
        update: async (key, change) => {
          await this.alive();
          return this.alive(await facts.update(key, change));
        },
      },
      tabs: {
        post: (message) => void (this.dead || tabs.post(message)),
        listen: (fn) => tabs.listen((message) => void this.alive().then(() => fn(message))),
      },
    });
  }

  /** Time goes by for everybody; this tab's timers wait while it stands still, and never fire once it is gone. */
  get clock(): Clock {
    const { clock } = this.world;
    return {
      now: clock.now,
      elapsed: clock.elapsed,
      setTimeout: (fn, ms) => clock.setTimeout(() => void this.alive().then(fn), ms),
      clearTimeout: clock.clearTimeout,
    };
  }

  async alive<T>(value?: T): Promise<T> {
    if (this.dead) return new Promise<never>(() => {});
    const { clock } = this.world;
    while (clock.elapsed() < this.frozenUntil) await clock.sleep(this.frozenUntil - clock.elapsed());
    return this.dead ? new Promise<never>(() => {}) : value!;
  }

  freeze(ms: number): void {
    this.frozenUntil = this.world.clock.elapsed() + ms;
  }
  close(): void {
    this.dead = true;
  }

  press(design = 'cup', insist = false) {
    this.#abort = new AbortController();
    this.#insisting = insist;
    const watcher = {
      onStep: (step: Step) => void this.steps.push(step),
      onWait: (until?: number) => void this.limits.push(until),
      onKept: () => void this.keptTold++,
    };
    const flown = this.flights.fly(design, this.plan(design), watcher, this.#abort.signal, insist);
    flown.catch(() => {});
    return flown;
  }
  cancel(): void {
    this.#abort.abort();
  }
  insist(design = 'cup'): void {
    this.#insisting = true;
    this.flights.insist(design);
  }

  plan(design: string): Plan<string> {
    const { world } = this;
    return {
      look: async () => this.alive(world.kept.get(design)),
      make: (pilot) => this.send(design, pilot),
      keep: async (entry) => {
        world.kept.set(design, entry);
        await this.alive();
      },
      recount: async (before) => {
        world.recounts++;
        await this.alive();
        const serverNow = world.tellsTime ? world.clock.elapsed() : undefined;
        return world.mute ? { serverNow } : { moved: world.count !== before, serverNow };
      },
    };
  }

  /** A request as `sendPaid` treats it, without the quota. */
  async send(design: string, pilot: Pilot<string>): Promise<string> {
    const { world } = this;
    const { clock } = world;
    pilot.onStep('generating');
    await pilot.sending(() => ({ limit: LIMIT, counted: world.count, at: world.tellsTime ? clock.elapsed() : undefined }));
    const sent: World['sends'][number] = { tab: this.id, at: clock.elapsed(), insisted: this.#insisting };
    world.sends.push(sent);
    this.#insisting = false;
    const { counts, answers }: Fate = world.fates.shift() ?? { counts: 1000, answers: { after: 2000, status: 200 } };
    if (counts !== undefined)
      clock.setTimeout(() => {
        world.count++;
        sent.counted = true;
      }, counts);
    const limit = clock.sleep(LIMIT).then(() => ({ status: 0, timeout: true }));
    const arrival = answers ? clock.sleep(answers.after).then(() => ({ status: answers.status, timeout: false })) : undefined;
    const reply = await this.alive(await Promise.race([limit, ...(arrival ? [arrival] : [])]));
    const entry = () => {
      world.answered.push(design);
      return design + ' pattern';
    };
    if (reply.timeout) {
      void arrival?.then(async ({ status }) => {
        await this.alive();
        if (status === 200) pilot.late(entry());
      });
      throw new PatternError('timeout', { maybeCounted: true });
    }
    if (reply.status === 200) return entry();
    if (reply.status === 429) {
      await pilot.answered();
      throw new PatternError('rate-limited');
    }
    if (reply.status === 500) {
      await pilot.answered(true);
      throw new PatternError('server-error', { maybeCounted: world.mute || world.count > 0 });
    }
    throw pilot.unsettled(new PatternError('network'));
  }
}

export const failure = (promise: Promise<unknown>): Promise<PatternError> =>
  promise.then(
    () => Promise.reject(new Error('It went well')),
    (error: PatternError) => error,
  );
