import type { Random } from '../../../src/core/clock.js';
import type { FakeClock } from '../../support/simulation.js';

/** A simulated API: what it answers, how long that takes, and how many of its answers brought nothing useful. */
export abstract class Server {
  calls = 0;
  wasted = 0;
  constructor(
    readonly clock: FakeClock,
    readonly latency = () => 300,
  ) {}

  protected abstract answer(): Response;

  async send(): Promise<Response> {
    await this.clock.sleep(this.latency() / 2);
    const response = this.answer();
    this.calls++;
    if (!response.ok) this.wasted++;
    await this.clock.sleep(this.latency() / 2);
    return response;
  }
}

/** Always says the same. */
export class Refusing extends Server {
  constructor(
    clock: FakeClock,
    readonly status: number,
    readonly fields: Record<string, string> = {},
  ) {
    super(clock);
  }
  protected answer = () => new Response(null, { status: this.status, headers: this.fields });
}

/** So many a minute, counted in fixed minutes; a 429 says in whole seconds when the next begins. */
export class Minute extends Server {
  #end = 0;
  #left = 0;
  constructor(
    clock: FakeClock,
    readonly limit: number,
    /** Whether good answers tell, as Picsart's do, what is left. */
    readonly tells: boolean,
    latency?: () => number,
  ) {
    super(clock, latency);
  }
  protected answer() {
    const now = this.clock.time;
    if (now >= this.#end) [this.#end, this.#left] = [now + 60_000, this.limit];
    if (!this.#left)
      return new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil((this.#end - now) / 1000)) } });
    this.#left--;
    return new Response(null, {
      headers: this.tells
        ? { 'X-Picsart-RateLimit-Limit': String(this.limit), 'X-Picsart-RateLimit-Available': String(this.#left) }
        : {},
    });
  }
}

/** So many in any sixty seconds; a 429 says when the first of them leaves. */
export class Sliding extends Server {
  #served: number[] = [];
  constructor(
    clock: FakeClock,
    readonly limit: number,
  ) {
    super(clock);
  }
  protected answer() {
    const now = this.clock.time;
    this.#served = this.#served.filter((at) => at > now - 60_000);
    if (this.#served.length < this.limit) return new Response(String(this.#served.push(now)));
    const wait = this.#served[0]! + 60_000 - now;
    return new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } });
  }
}

/** So many in each minute of the clock. */
export class Calendar extends Server {
  #minute = 0;
  #left = 0;
  constructor(
    clock: FakeClock,
    readonly limit: number,
  ) {
    super(clock);
  }
  protected answer() {
    const now = this.clock.time;
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute) [this.#minute, this.#left] = [minute, this.limit];
    if (this.#left-- > 0) return new Response();
    const wait = (minute + 1) * 60_000 - now;
    return new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } });
  }
}

/** Takes whatever comes. */
export class Free extends Server {
  protected answer = () => new Response();
}

/** So many a month; good answers tell what is left when asked to. */
export class Month extends Server {
  constructor(
    clock: FakeClock,
    public left: number,
  ) {
    super(clock);
  }
  protected answer() {
    if (!this.left) return Response.json({ error: true, code: 'RATE_LIMIT_EXCEEDED' }, { status: 429 });
    return Response.json({ usage: { calls_remaining: --this.left } });
  }
}

/** One row under optimistic concurrency control, as in contention.ts, for clients that are run for real. */
export class Row extends Server {
  #version = 0;
  constructor(clock: FakeClock, random: Random) {
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    super(clock, () => Math.abs(10 + 2 * normal()));
  }
  protected answer = () => new Response();
  override async send() {
    await this.clock.sleep(this.latency());
    const seen = this.#version;
    await this.clock.sleep(this.latency());
    await this.clock.sleep(this.latency());
    this.calls++;
    const won = seen === this.#version;
    if (won) this.#version++;
    else this.wasted++;
    await this.clock.sleep(this.latency());
    return new Response(null, { status: won ? 200 : 429 });
  }
}
