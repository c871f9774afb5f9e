import type { Settings } from '../options.js';
import type { Upstream } from '../upstream.js';

/** So many uses left are few; and none. */
const LEVELS = [0, 50];

/** Tells the owner's own address once when few uses are left, and once when none are, whichever machine learns it first. */
export function watchLow(settings: Settings, { account: { ledger, provider }, facts, site }: Upstream): void {
  const { onLowUrl, fetch, log } = settings;
  if (!onLowUrl) return;
  const fact = `low:${site}`;

  async function look(): Promise<void> {
    const { remaining, limit, resetAt } = ledger.quota;
    if (typeof remaining !== 'number') return;
    const level = LEVELS.find((most) => remaining <= most);
    let told: number | undefined;
    let isNew = false;
    await facts.update<number>(fact, (old) => {
      told = old;
      isNew = level !== undefined && (old === undefined || level < old);
      return isNew ? level : level === undefined ? undefined : old; // filled up again: the next time is news again
    });
    if (!isNew) return;
    const body = JSON.stringify({ event: level ? 'low' : 'empty', provider: provider.name, remaining, limit, resetAt });
    for (let tries = 0; tries < 3; tries++) if (await post(body)) return;
    await facts.update<number>(fact, () => told); // with the next news
    log.error('ON_LOW_URL could not be told that few uses are left');
  }

  const post = (body: string) =>
    fetch(onLowUrl, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, redirect: 'manual' }).then(
      ({ ok }) => ok,
      () => false,
    );
  ledger.subscribe(() => void look());
}
