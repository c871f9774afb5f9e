import { send } from '../api/transport.js';
import type { Entry, Stored } from '../cache/store/entry.js';
import type { Bounds } from '../cache/store/places.js';
import { PatternError } from '../core/pattern-error.js';
import { pause } from '../core/pause.js';
import { backOff } from '../quota/back-off.js';
import { answerOf } from './design.js';
import type { Page } from './page.js';
import type { Settings } from './settings.js';

const TRIES = 3;

/** Address of a result's picture that is not kept yet. */
export const missingPicture = (entry: Entry, { provider }: Settings): string | undefined =>
  entry.files.image ? undefined : provider.picture?.(answerOf(entry));

const fetching = new WeakMap<Entry, Promise<void>>();

/**
 * The answer may only point to its picture, which the API soon deletes: it is fetched at once, whoever still waits for it,
 * and again if that failed. Joined by everybody who has the same entry.
 */
export function fetchPicture(page: Page, entry: Entry, settings: Settings, bounds: Bounds): Promise<void> {
  let fetched = fetching.get(entry);
  if (!fetched) {
    fetching.set(entry, (fetched = get(page, entry, settings, bounds)));
    fetched.catch(() => fetching.delete(entry));
  }
  return fetched;
}

async function get({ env, results, keeping }: Page, entry: Entry, settings: Settings, bounds: Bounds): Promise<void> {
  const url = missingPicture(entry, settings);
  if (!url) return;
  const { fetch, clock, random } = env;
  for (let tries = 1; ; tries++) {
    // No key, no `authorize`: it is another host's.
    const reply = await send({ url, init: { redirect: 'follow' } }, { fetch, clock, limit: settings.timeout });
    const image = reply.status === 200 && asPicture(keeping, reply.bytes!);
    if (image) {
      entry.files.image = image;
      await results.keep(entry.key, 'image', image, bounds);
      return;
    }
    // What is gone does not come back; it was paid for, so the visitor is asked before it is made again.
    if (reply.status >= 400 && reply.status < 500)
      throw new PatternError('bad-response', { status: reply.status, maybeCounted: true });
    if (tries >= TRIES)
      throw new PatternError(reply.lost === 'timeout' ? 'timeout' : reply.lost ? 'network' : 'server-error', {
        status: reply.status,
      });
    await pause(backOff(tries, random), clock);
  }
}

/** Only what is a picture by its bytes is shown and offered as one. */
function asPicture({ pictureType }: Page['keeping'], bytes: ArrayBuffer): Stored | undefined {
  const type = pictureType(bytes);
  return type ? { bytes, type } : undefined;
}
