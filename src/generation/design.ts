import type { Entry, Title } from '../cache/store/entry.js';
import type { Bounds } from '../cache/store/places.js';
import { parseJson } from '../core/json.js';
import { nextTurn } from '../core/slices.js';
import { effectiveParameters, readParameters } from '../providers/parameters.js';
import type { Choice, Parameters, PatternResult } from '../providers/provider.js';
import type { Page } from './page.js';
import type { Adjustable, Picture } from './picture.js';
import type { Settings } from './settings.js';
import { toBlob } from './stored.js';

/** A picture with its parameters: what one use buys. */
export interface Design {
  key: string;
  picture: Picture;
  /** What is asked for: nothing that neither page nor visitor set. */
  sent: Parameters;
  /** What the API is known to make of it, by which the design is known. */
  parameters: Parameters;
  settings: Settings;
}

export const boundsOf = ({ cache }: Settings): Bounds => cache ?? 'memory';

/** Marks whose designs these are: those of another API or account are none of this widget's business. */
export const markOf = ({ provider, base }: Settings) => `${provider.name} ${base}`;

/** A choice that only the API itself knows needs its menu: its spelling is part of the design. */
async function offered(page: Page, settings: Settings, choices?: Choice[]): Promise<Choice[] | undefined> {
  const { menu } = settings.provider;
  const wish = menu && String(settings.parameters[menu.field] ?? '').toLowerCase();
  if (choices || !wish || menu.choices.some(({ id }) => id === wish)) return choices;
  return page.library.lookUp(await page.openAccount(settings), 'niches', settings);
}

export async function design(page: Page, settings: Settings, chosen: Adjustable, choices?: Choice[]): Promise<Design> {
  const picture = chosen.as(settings.adjustments);
  const sent = readParameters(settings.provider, settings.parameters, {
    choices: await offered(page, settings, choices),
    // Where nobody set a height, nothing of the picture is cut off.
    shape: picture.sides,
  });
  const parameters = effectiveParameters(settings.provider, sent);
  const endpoint = settings.base;
  const key = await page.keeping.designKey({
    provider: settings.provider.name,
    endpoint,
    picture: await picture.id(),
    parameters,
  });
  return { key, picture, sent, parameters, settings };
}

/** A kept design as it was made. */
export function keptDesign(entry: Entry, settings: Settings): Design {
  const picture: Picture = { url: entry.url, id: async () => entry.key };
  const sent = entry.parameters as Parameters;
  return { key: entry.key, picture, sent, parameters: effectiveParameters(settings.provider, sent), settings };
}

/** What was read of entries, for as long as somebody holds these. */
const answers = new WeakMap<Entry, unknown>();
const results = new WeakMap<Entry, PatternResult>();

/** The text of an answer that is kept as it came. */
const textOf = ({ answer }: Entry): string | undefined =>
  answer instanceof ArrayBuffer ? new TextDecoder().decode(answer) : typeof answer === 'string' ? answer : undefined;

/** The API's answer; what it was read from already when it came need not be read again. */
export function answerOf(entry: Entry, body?: unknown): unknown {
  if (body === undefined && !answers.has(entry)) {
    const text = textOf(entry);
    body = text === undefined ? entry.answer : JSON.parse(text);
  }
  if (body !== undefined) answers.set(entry, body);
  return answers.get(entry);
}

/** Before it is asked what it says; more than half a megabyte is stored (and so copied), read and shown in turns of their own. */
export async function readAnswer(entry: Entry): Promise<void> {
  const text = answers.has(entry) ? undefined : textOf(entry);
  if (text !== undefined) answers.set(entry, await parseJson(text));
  if (!((entry.answer as string).length < 5e5)) await nextTurn();
}

/** What a design is called by what was made of it. */
export const titleOf = ({ niche, columns, rows }: PatternResult, { pattern }: Parameters): Title => ({
  niche: niche?.slice(0, 99),
  columns,
  rows,
  ...(typeof pattern === 'string' && { pattern }),
});

/** A design that is kept, and read. One that was put there as it came, by a page that then ended, may say nothing: it goes again. */
export async function readKept({ results }: Page, key: string, it: Pick<Design, 'settings'>, used?: boolean) {
  const bounds = boundsOf(it.settings);
  const entry = await results.get(key, bounds, used);
  if (!entry) return;
  try {
    await readAnswer(entry);
    const sent = entry.parameters as Parameters;
    const result = toResult(entry, { ...it, sent });
    if (entry.unread) void results.put({ ...entry, title: titleOf(result, sent), unread: undefined }, bounds);
    return entry;
  } catch (error) {
    if (!entry.unread) throw error;
    await results.remove(key);
  }
  return;
}

export function toResult(entry: Entry, { settings, sent }: Pick<Design, 'settings' | 'sent'>): PatternResult {
  let result = results.get(entry);
  if (!result) results.set(entry, (result = settings.provider.result(answerOf(entry), sent)));
  const { image } = entry.files;
  return { ...result, ...(image && { image: toBlob(image) }) };
}
