import { sendPaid } from '../api/paid.js';
import type { Reply } from '../api/transport.js';
import { hasMoved, knowCount } from '../api/counter.js';
import type { Entry, FileName, Stored } from '../cache/store/entry.js';
import type { Outcome } from '../flight/flight.js';
import { GRACE } from '../flight/intent.js';
import type { Watcher } from '../flight/plan.js';
import type { Upload } from '../providers/provider.js';
import { answerOf, boundsOf, markOf, readAnswer, readKept, titleOf, toResult, type Design } from './design.js';
import type { Page } from './page.js';
import { fetchPicture, missingPicture } from './result-picture.js';
import { toBlob, toStored } from './stored.js';

/** Key of a design's flight: one account's flights are none of another's business. */
const flightOf = async (page: Page, { key, settings }: Design) => `${(await page.openAccount(settings)).id} ${key}`;

/**
 * One press of Generate: kept already, under way already, or asked for now.
 * @param insist the visitor was told that it may have been counted, and wants it all the same
 */
export async function press(
  page: Page,
  it: Design,
  watcher: Watcher,
  signal: AbortSignal,
  insist: boolean,
): Promise<Outcome<Entry>> {
  const { key, sent, settings } = it;
  const account = await page.openAccount(settings);
  const { results, flights, env, keeping } = page;
  const bounds = boundsOf(settings);
  const terms = { ...settings, patience: GRACE };
  let upload: Upload = {};
  const entryOf = (answer: unknown): Entry => ({
    key,
    schema: keeping.SCHEMA,
    account: markOf(settings),
    title: {},
    parameters: sent,
    answer,
    url: upload.url,
    files: {},
    at: env.clock.now(),
  });
  let unread: Promise<void> | undefined;
  const read = ({ body, text, bytes }: Reply): Entry => {
    const entry = entryOf((unread && bytes) ?? text ?? body);
    try {
      if (unread && !body) JSON.parse(''); // which throws
      answerOf(entry, body);
      entry.title = titleOf(toResult(entry, it), sent);
      return entry;
    } catch (error) {
      void unread?.then(() => results.remove(key));
      unread = undefined;
      throw error;
    }
  };
  const plan = {
    async look() {
      const entry = await readKept(page, key, it);
      // A picture that never came is no result; whoever insists pays for it once more.
      return entry && insist && missingPicture(entry, settings) ? undefined : entry;
    },
    async make(pilot: Parameters<typeof sendPaid>[3] & Pick<Watcher, 'onStep'> & { late(entry: Entry): void }) {
      pilot.onStep('preparing');
      [upload] = await Promise.all([
        toUpload(page, it, pilot.signal),
        results.ready(),
        knowCount(account, settings, pilot.signal),
      ]);
      pilot.onStep('generating');
      const write = () => account.provider.write(upload, sent);
      // One that takes turns to be read is kept before it is, for the page may end meanwhile.
      const arrived = (bytes: ArrayBuffer) => void (unread = results.put({ ...entryOf(bytes), unread: true }, bounds));
      return sendPaid(account, { write, read, arrived, late: pilot.late, insists: insist }, terms, pilot);
    },
    async keep(entry: Entry) {
      // What is there already, and takes a while to be written, is written once more and with all that belongs to it.
      if (unread) for await (const [name, file] of uploadFiles(upload.file, it)) entry.files[name] = file;
      // Begun in the turn in which the answer came. All that follows can be made again.
      const kept = results.put(entry, bounds);
      const arriving = fetchPicture(page, entry, settings, bounds).catch(() => {});
      await kept;
      if (!unread) for await (const [name, file] of uploadFiles(upload.file, it)) await results.keep(key, name, file, bounds);
      await arriving;
    },
    recount: (before?: number) => hasMoved(account, before, settings),
    repeatsAreFree: () => account.repeatsAreFree,
  };
  const outcome = await flights.fly(await flightOf(page, it), plan, watcher, signal, insist);
  await readAnswer(outcome.entry);
  // It is fetched to its end; only this visitor need not wait for it.
  await Promise.race([fetchPicture(page, outcome.entry, settings, bounds), left(signal)]);
  return outcome;
}

const left = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave);
  });

/** Whoever waits for a design that somebody else may be making wants it made now, though it may count twice. */
export async function insistOn(page: Page, it: Design): Promise<void> {
  page.flights.insist(await flightOf(page, it));
}

/** What was sent, for the PDF later, and a small one for the strip of kept designs. Never rejects. */
async function* uploadFiles(file: Blob | undefined, { picture }: Design): AsyncGenerator<[FileName, Stored]> {
  try {
    if (file) yield ['picture', await toStored(file)];
    const thumb = file && (await picture.opened?.thumbnail(96, picture.adjustments));
    if (thumb) yield ['thumb', await toStored(thumb)];
  } catch {
    // The design is kept without.
  }
}

export async function toUpload(
  { keeping }: Page,
  { picture: { opened, url, adjustments }, settings, parameters }: Design,
  signal: AbortSignal,
): Promise<Upload> {
  if (url || !opened) return { url };
  const maxSide = Math.min(2048, Math.max(800, Math.ceil(settings.provider.side?.(parameters) ?? 2048)));
  try {
    return { file: (await opened.prepare({ maxSide, signal, adjustments })).blob };
  } catch (cause) {
    throw keeping.pictureError(cause);
  }
}

/** The picture that was sent, or its address. */
export const sentPicture = (page: Page, entry: Entry, it: Design, signal: AbortSignal): Promise<Upload> | Upload =>
  entry.files.picture ? { file: toBlob(entry.files.picture) } : toUpload(page, it, signal);
