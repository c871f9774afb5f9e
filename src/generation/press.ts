import { designKey } from '../cache/key/design-key.js';
import { SCHEMA, type Entry, type FileName, type Stored, type Summary } from '../cache/store/entry.js';
import type { Bounds } from '../cache/store/places.js';
import { prepare } from '../image/prepare.js';
import { thumbnail } from '../image/thumbnail.js';
import type { Choice, Parameters, PatternResult, Provider, Upload } from '../providers/provider.js';
import { backOff } from '../quota/back-off.js';
import { waitUntil } from '../core/wait-until.js';
import { openAccount } from './account.js';
import { fly, type Outcome, type Watcher } from './flight.js';
import { openMenu } from './menu.js';
import { results } from './origin.js';
import { effectiveParameters, readParameters } from '../providers/parameters.js';
import { PatternError } from '../core/pattern-error.js';
import { pictureError, type Picture } from './picture.js';
import { request, unmoved } from './request.js';
import type { Settings } from './settings.js';
import { send } from './transport.js';

/** A picture with its parameters: what one use buys. */
export interface Design {
  key: string;
  picture: Picture;
  /** The effective ones, defaults and all. */
  parameters: Parameters;
  /** Those that the request names. */
  sent: Parameters;
  settings: Settings;
}

export const boundsOf = ({ cache }: Settings): Bounds => cache ?? 'memory';

const toStored = async (blob: Blob, filename?: string): Promise<Stored> => ({
  bytes: await blob.arrayBuffer(),
  type: blob.type,
  filename,
});
const toBlob = ({ bytes, type }: Stored) => new Blob([bytes], { type });

/** Marks whose designs these are: those of another API or account are none of this widget's business. */
const accountOf = ({ provider, base }: Settings) => `${provider.name} ${base}`;

// As many as a strip can show without weighing on every change of state.
const STRIP = 24;

/** The designs that are kept, the last used first. */
export async function listKept(settings: Settings): Promise<Summary[]> {
  return (await results.list(boundsOf(settings), accountOf(settings))).slice(0, STRIP);
}

/** A kept design as it was made. */
export async function recall(settings: Settings, key: string): Promise<{ outcome: Outcome; design: Design } | undefined> {
  const entry = await results.get(key, boundsOf(settings));
  if (!entry) return;
  const picture: Picture = { url: entry.url, id: async () => key };
  const sent = entry.parameters as Parameters;
  const parameters = effectiveParameters(settings.provider, sent);
  return { outcome: { entry, fromCache: true }, design: { key, picture, parameters, sent, settings } };
}

/** A choice that only the API itself knows needs its menu: its spelling is part of the design. */
async function offered(settings: Settings, choices?: Choice[]): Promise<Choice[] | undefined> {
  const { menu } = settings.provider;
  const wish = menu && String(settings.parameters[menu.field] ?? '').toLowerCase();
  if (choices || !wish || menu.choices.some(({ id }) => id === wish)) return choices;
  return openMenu(await openAccount(settings), settings);
}

export async function design(settings: Settings, picture: Picture, choices?: Choice[]): Promise<Design> {
  const { provider, base } = settings;
  const sent = readParameters(provider, settings.parameters, { choices: await offered(settings, choices) });
  const parameters = effectiveParameters(provider, sent);
  return {
    key: await designKey({ provider: provider.name, endpoint: base, picture: await picture.id(), parameters }),
    picture,
    parameters,
    sent,
    settings,
  };
}

/** One press of Generate: kept already, under way already, or asked for now. */
export async function press(it: Design, watcher: Watcher, signal: AbortSignal): Promise<Outcome> {
  const { key, picture, parameters, sent, settings } = it;
  const account = await openAccount(settings);
  const { provider } = account;
  const bounds = boundsOf(settings);
  let prepared: Blob | undefined;
  const outcome = await fly(
    key,
    {
      async look() {
        const entry = await results.get(key, bounds);
        return entry && { entry, fromCache: true };
      },
      async make(pilot) {
        const options = { settings, ...pilot };
        if (pilot.left && !(await unmoved(account, pilot.left.used, options)))
          throw new PatternError('network', { maybeCounted: true });
        pilot.onStep('preparing');
        const upload = await toUpload(picture, provider, parameters, pilot.signal);
        pilot.onStep('generating');
        void results.ready();
        const { body, status } = await request(
          account,
          async () => ({ ...provider.operations.generate, ...(await provider.write(upload, sent)) }),
          options,
        );
        let result: PatternResult;
        try {
          result = provider.result(body, parameters);
        } catch (cause) {
          throw new PatternError('bad-response', { status, cause });
        }
        const entry: Entry = {
          key,
          schema: SCHEMA,
          account: accountOf(settings),
          title: {
            niche: result.niche,
            pattern: parameters.pattern as string | undefined,
            columns: result.columns,
            rows: result.rows,
          },
          answer: body,
          parameters: sent,
          url: upload.url,
          files: {},
          at: Date.now(),
        };
        prepared = upload.file;
        return entry;
      },
      async keep(entry) {
        // The answer first, in the turn in which it came: it was paid for. What belongs to it can wait.
        const written = results.put(entry, bounds);
        if (prepared) {
          const add = async (name: FileName, blob: Blob) =>
            results.keep(key, name, (entry.files[name] = await toStored(blob)), bounds);
          await add('picture', prepared);
          // Only a nicety of the history strip: without it the design is kept all the same.
          await thumbnail(prepared, 96).then(
            (thumb) => add('thumb', thumb),
            () => {},
          );
        }
        await written;
      },
    },
    watcher,
    signal,
  );
  await fetchPicture(outcome.entry, it, signal);
  return outcome;
}

async function toUpload(
  { file, url }: Picture,
  provider: Provider,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<Upload> {
  if (!file) return { url };
  const maxSide = Math.min(2048, Math.max(800, Math.ceil(provider.side?.(parameters) ?? 2048)));
  try {
    return { file: (await prepare(file, { maxSide, signal })).blob };
  } catch (cause) {
    throw pictureError(cause);
  }
}

/** The answer may only point to its picture, which the API soon deletes: it is fetched at once, and again if that failed. */
async function fetchPicture(entry: Entry, { key, settings }: Design, signal: AbortSignal): Promise<void> {
  const url = settings.provider.picture?.(entry.answer);
  if (!url || entry.files.image) return;
  for (let tries = 1; ; tries++) {
    const { status, blob, lost } = await send(url, { path: '' }, settings.timeout, {}, signal);
    if (status === 200 && blob) {
      entry.files.image = await toStored(blob);
      break;
    }
    if (tries > 2) throw new PatternError(lost ?? 'server-error', { status });
    await waitUntil(Date.now() + backOff(tries), { signal });
  }
  await results.keep(key, 'image', entry.files.image, boundsOf(settings));
}

export function toResult({ answer, files }: Entry, { settings, parameters }: Design): PatternResult {
  return { ...settings.provider.result(answer, parameters), ...(files.image && { image: toBlob(files.image) }) };
}

/** The PDF of a design that was made: kept already, or asked for; it costs no use. */
export async function fetchPdf(entry: Entry, it: Design, signal: AbortSignal): Promise<{ blob: Blob; filename: string }> {
  const { settings, parameters, sent, picture } = it;
  const account = await openAccount(settings);
  const { provider } = account;
  const result = toResult(entry, it);
  const name = [provider.name, result.niche, result.columns && result.columns + 'x' + result.rows].filter(Boolean).join('-');
  let kept = entry.files.pdf ?? entry.files.image;
  if (!kept) {
    const { pdf } = provider.operations;
    if (!pdf) throw new PatternError('misconfigured');
    const upload = entry.files.picture
      ? { file: toBlob(entry.files.picture) }
      : await toUpload(picture, provider, parameters, signal);
    const { blob, headers, status } = await request(account, async () => ({ ...pdf, ...(await provider.write(upload, sent)) }), {
      settings,
      signal,
    });
    if (!/pdf/.test(blob!.type)) throw new PatternError('bad-response', { status });
    // Only a plain file name is taken from a header.
    const filename = /filename="?([\w.-]+)/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? name + '.pdf';
    kept = entry.files.pdf = await toStored(blob!, filename);
    void results.keep(entry.key, 'pdf', kept, boundsOf(settings));
  }
  return {
    blob: toBlob(kept),
    filename: kept.filename ?? name + '.' + kept.type.replace(/.*\/(?:x-)?/, '').replace('jpeg', 'jpg'),
  };
}
