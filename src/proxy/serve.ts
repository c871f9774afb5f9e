import type { Operation } from '../providers/provider.js';
import { admit, type Visitor } from './admit.js';
import type { Bodies } from './body.js';
import { readDesign, type Design } from './design.js';
import { askFree } from './free.js';
import { generate } from './generate.js';
import { leftOf } from './left.js';
import type { Context, Settings } from './options.js';
import { ownerAnswer, ownerStyle } from './owner/answer.js';
import type { Pdfs } from './pdf.js';
import type { Pictures } from './pictures.js';
import { Refused } from './refused.js';
import type { Route } from './route.js';
import type { Upstream } from './upstream.js';
import type { Uploads } from './uploads.js';
import { vendorOf } from './vendor.js';

/** What one proxy holds while it runs. */
export interface House extends Upstream {
  settings: Settings;
  bodies: Bodies;
  pdfs: Pdfs;
  pictures: Pictures;
  uploads: Uploads;
}

const json = (body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json', ...headers } });

/** From the route to the answer. What goes wrong is thrown. */
export async function serve(route: Route, request: Request, context: Context, house: House): Promise<Response> {
  const { settings, lookUps, pictures, account } = house;
  const vendor = vendorOf(settings.provider.name);
  switch (route.kind) {
    case 'none':
      throw new Refused('not-found');
    case 'other-method':
      throw new Refused('method', { allowed: route.allowed });
    case 'owner':
      return route.part === 'style' ? ownerStyle() : ownerAnswer(request, settings, house);
    case 'health':
      return json({ status: 'ok', time: new Date(settings.clock.now()).toISOString() });
    case 'picture': {
      const picture = await pictures.get(route.key);
      if (!picture) throw new Refused('not-found');
      const headers = { 'Content-Type': picture.about.type!, 'Cache-Control': 'private, max-age=86400, immutable' };
      return new Response(picture.bytes as Uint8Array<ArrayBuffer>, { headers });
    }
  }
  const visitor = await admit(request, context, settings);
  switch (route.kind) {
    case 'look-up':
      return json(await lookUps.get(route.name, route.path));
    case 'usage': {
      const body = await lookUps.get(route.name, route.path);
      await account.ledger.load();
      const left = leftOf(house, settings);
      return json(vendor.usage(left, body), vendor.headers?.(left));
    }
  }
  const { operation } = route;
  const design = await read(request, operation, house);
  try {
    if (route.kind === 'validate') {
      const write = () => settings.provider.write(design.upload, {});
      return json((await askFree('validate', operation, write, settings, house)).body);
    }
    return await (route.kind === 'pdf'
      ? servePdf(operation, design, house)
      : serveDesign(design, visitor, request, context, house));
  } finally {
    house.uploads.letGo(design);
  }
}

async function servePdf(operation: Operation, design: Design, { pdfs }: House): Promise<Response> {
  const { kept, cache } = await pdfs.get(operation, design);
  const { type, filename } = kept.about;
  const headers = { 'Content-Type': type!, 'Content-Disposition': `attachment; filename="${filename}"`, 'Pattern-Cache': cache };
  return new Response(kept.bytes as Uint8Array<ArrayBuffer>, { headers });
}

async function serveDesign(
  design: Design,
  visitor: Visitor,
  request: Request,
  context: Context,
  house: House,
): Promise<Response> {
  const { settings, pictures, tally } = house;
  const { key } = design;
  const insists = request.headers.get('Pattern-Insist') === '1';
  // Once sent it is finished and kept, even where the host would stop with the answer to a visitor who has left.
  const follow = (work: Promise<unknown>) => context.waitUntil?.(work);
  const { kept, cache } = await generate(design, { visitor, signal: request.signal, follow, insists }, settings, house);
  context.waitUntil?.(tally.add(cache));
  if (kept.about.picture) context.waitUntil?.(pictures.get(key));
  const vendor = vendorOf(settings.provider.name);
  const left = leftOf(house, settings);
  const body = vendor.served(kept.bytes as Uint8Array<ArrayBuffer>, left, pictures.addressOf(kept, key, request));
  return new Response(body, {
    headers: { 'Content-Type': kept.about.type!, 'Pattern-Cache': cache, ...vendor.headers?.(left) },
  });
}

/** A function of its own: nothing of the body is held while its design is waited for. */
async function read(request: Request, { type }: Operation, { settings, bodies, uploads }: House): Promise<Design> {
  return uploads.hold(await readDesign(request, await bodies.read(request, type), settings));
}
