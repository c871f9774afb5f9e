import type { Operation } from '../providers/provider.js';
import type { Visitor } from './admit.js';
import { answer, jsonAnswer, type Answer } from './answer.js';
import { readDesign, type Design } from './design.js';
import { askFree } from './free.js';
import { generate, type Cache } from './generate.js';
import type { Incoming } from './incoming.js';
import { leftOf } from './left.js';
import type { Context } from './options.js';
import type { OperationRoute } from './route.js';
import type { House } from './serve.js';
import type { Kept } from './stores/store.js';
import { vendorOf } from './vendor.js';

/** What comes with a picture: a pattern, its PDF, or a look at the picture. */
export async function serveBody(
  route: OperationRoute,
  visitor: Visitor,
  request: Incoming,
  context: Context,
  house: House,
): Promise<Answer> {
  const { operation, kind } = route;
  const { settings, uploads } = house;
  const { design, recent } = await read(route, request, house);
  if (recent) return serveKept(recent, design.key, 'hit', request, context, house);
  try {
    if (kind === 'pdf') return await servePdf(operation, design, house);
    if (kind === 'validate') {
      const write = () => settings.provider.write(design.upload, {});
      return jsonAnswer((await askFree('validate', operation, write, settings, house)).body);
    }
    const insists = request.headers.get('Pattern-Insist') === '1';
    // Once sent it is finished and kept, even where the host would stop with the answer to a visitor who has left.
    const follow = (work: Promise<unknown>) => context.waitUntil?.(work);
    const { kept, cache } = await generate(design, { visitor, signal: request.signal, follow, insists }, settings, house);
    return serveKept(kept, design.key, cache, request, context, house);
  } finally {
    uploads.letGo(design);
  }
}

/** A function of its own: nothing of the body is held while its design is waited for. */
async function read(
  { kind, operation }: OperationRoute,
  request: Incoming,
  { settings, bodies, uploads, seen, results }: House,
): Promise<{ design: Design; recent?: undefined } | { design: Pick<Design, 'key'>; recent: Kept }> {
  const body = await bodies.read(request, operation.type);
  const type = request.headers.get('Content-Type') ?? '';
  const recentOf = (key: string | undefined) => (kind === 'generate' && key ? results.recent(key) : undefined);
  const key = await seen.key(type, body);
  const known = recentOf(key);
  if (known) return { design: { key: key! }, recent: known };
  const design = await readDesign(request, body, settings);
  const recent = recentOf(design.key);
  if (!recent) return { design: uploads.hold(design) };
  await seen.add(type, body, design.key);
  return { design, recent };
}

async function servePdf(operation: Operation, design: Design, { pdfs }: House): Promise<Answer> {
  const { kept, cache } = await pdfs.get(operation, design);
  const { type, filename } = kept.about;
  const headers = { 'Content-Type': type!, 'Content-Disposition': `attachment; filename="${filename}"`, 'Pattern-Cache': cache };
  return answer(kept.bytes, headers);
}

function serveKept(kept: Kept, key: string, cache: Cache, request: Incoming, context: Context, house: House): Answer {
  const { settings, pictures, tally } = house;
  context.waitUntil?.(tally.add(cache));
  if (kept.about.picture) context.waitUntil?.(pictures.get(key));
  const vendor = vendorOf(settings.provider.name);
  const left = leftOf(house, settings);
  const body = vendor.served(kept.bytes, left, () => pictures.addressOf(kept, key, request));
  return answer(body, { 'Content-Type': kept.about.type!, 'Pattern-Cache': cache, ...vendor.headers?.(left) });
}
