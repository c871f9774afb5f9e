import type { Lookups } from '../providers/lookups.js';
import type { Account, Terms } from './account.js';

interface Told {
  at: number;
  body: unknown;
}

const DAY = 86_400_000;

/** What an API offers to choose from, asked once a day for all tabs and never twice at once. */
export class Library {
  #asking = new Map<string, Promise<unknown>>();

  /** Undefined when the API has no such look-up, does not answer, or says nothing that can be used. Never rejects. */
  lookUp<Name extends keyof Lookups & string>(
    account: Account,
    name: Name,
    terms: Terms,
  ): Promise<ReturnType<NonNullable<Lookups[Name]>['read']> | undefined> {
    const key = `${name}:${account.id}`;
    let told = this.#asking.get(key);
    if (!told) {
      // A failure is forgotten at once: the next one asks again.
      told = this.#ask(account, key, name, terms).catch(() => undefined);
      this.#asking.set(key, told);
      void told.then((answer) => answer ?? this.#asking.delete(key));
    }
    return told as never;
  }

  async #ask(account: Account, key: string, name: string, terms: Terms): Promise<unknown> {
    const lookup = account.provider.lookups?.[name];
    if (!lookup) return;
    const { facts, clock } = account.deps;
    const known = await facts.get<Told>(key);
    const kept = known && lookup.read(known.body);
    if (kept && Math.abs(clock.now() - known.at) < DAY) return kept;
    const { status, body } = await account.exchange(await account.ready(lookup, undefined, terms), { limit: terms.timeout });
    const read = status === 200 ? lookup.read(body) : undefined;
    // What cannot be used is never kept in the place of what can.
    if (read) void facts.update<Told>(key, () => ({ at: clock.now(), body }));
    return read ?? kept;
  }
}
