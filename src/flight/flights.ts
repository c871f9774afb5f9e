import type { Clock, Random } from '../core/clock.js';
import type { Facts } from '../core/facts.js';
import { PatternError } from '../core/pattern-error.js';
import type { Tabs } from '../core/tabs.js';
import { Flight, type Outcome } from './flight.js';
import { Leases } from './lease.js';
import type { Plan, Watcher } from './plan.js';

export interface FlightsDeps {
  facts: Facts;
  tabs: Tabs;
  clock: Clock;
  random: Random;
  /** Milliseconds between two signs of life of who makes a design. */
  beat?: number;
  /** Silence after which one that has sent nothing is overtaken. */
  silence?: number;
}

/** One request per design, whoever asks: widgets share a flight of the page, tabs (or servers) share an intent in the store. */
export class Flights<Entry> {
  #flights = new Map<string, Flight<Entry>>();
  #leases: Leases;
  #deps: FlightsDeps;

  constructor(deps: FlightsDeps) {
    this.#deps = deps;
    this.#leases = new Leases({ beat: 2000, silence: 10_000, ...deps });
  }

  /**
   * Joins the flight of a design, or departs.
   * @param key names the design and the account that pays for it
   * @param insist the visitor knows that it may be counted twice, and wants it now
   */
  async fly(key: string, plan: Plan<Entry>, watcher: Watcher, signal: AbortSignal, insist?: boolean): Promise<Outcome<Entry>> {
    // What has landed is what she knows, and wants anew.
    if (insist) await this.#flights.get(key)?.landed;
    const flight = this.#flights.get(key) ?? this.#depart(key, plan);
    if (insist) flight.insist();
    const landed = flight.landed;
    flight.join(watcher);
    return new Promise((resolve, reject) => {
      const leave = () => {
        flight.leave(watcher);
        reject(new PatternError('cancelled'));
      };
      signal.addEventListener('abort', leave);
      if (signal.aborted) leave();
      flight.outcome
        .then((outcome) => resolve(landed ? { ...outcome, fromCache: true } : outcome), reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  }

  /** Whoever waits for this design does not want to wait any longer. */
  insist(key: string): void {
    this.#flights.get(key)?.insist();
  }

  #depart(key: string, plan: Plan<Entry>): Flight<Entry> {
    const forget = () => void (this.#flights.get(key) === flight && this.#flights.delete(key));
    const flight = new Flight(key, plan, { ...this.#deps, leases: this.#leases, forget });
    this.#flights.set(key, flight);
    flight.depart();
    return flight;
  }
}
