import type { Choice } from '../providers/provider.js';
import type { Account } from './account.js';
import { store } from './origin.js';
import type { Settings } from './settings.js';

interface Told {
  at: number;
  body: unknown;
}

const DAY = 86_400_000;
const asking = new Map<string, Promise<Choice[] | undefined>>();

/** What the API itself offers to choose from, asked once a day for all tabs; undefined when it does not tell. */
export function openMenu(account: Account, settings: Settings): Promise<Choice[] | undefined> {
  const niches = account.provider.lookups?.niches;
  const key = 'menu:' + account.id;
  let told = asking.get(key);
  if (!told) {
    const ask = async () => {
      if (!niches) return;
      let known = await store.get<Told>(key);
      if (!known || Math.abs(Date.now() - known.at) > DAY) {
        const { status, body } = await account.send(niches, settings);
        if (status !== 200) {
          asking.delete(key);
          return known && niches.read(known.body);
        }
        known = { at: Date.now(), body };
        void store.update<Told>(key, () => known);
      }
      return niches.read(known.body);
    };
    asking.set(key, (told = ask().catch(() => undefined)));
  }
  return told;
}
