import { admit, TurnedAway } from './admit.js';
import { addCors, isAllowedOrigin, preflight } from './origin.js';
import { Bodies } from './body.js';
import { readDesign } from './design.js';
import { explain } from './explain.js';
import { generate } from './generate.js';
import { leftOf } from './left.js';
import { readOptions, type Context, type ProxyOptions, type Settings } from './options.js';
import { ownerAnswer, ownerStyle } from './owner/answer.js';
import { watchLow } from './owner/low.js';
import { Pdfs } from './pdf.js';
import { Pictures } from './pictures.js';
import { refusal } from './refusal.js';
import { Refused } from './refused.js';
import { routeOf, routesOf, type Route } from './route.js';
import { steady } from './stores/steady.js';
import { openUpstream, type Upstream } from './upstream.js';
import { vendorOf } from './vendor.js';

/** Answers one request. */
export interface Proxy {
  (request: Request, context?: Context): Promise<Response>;
  readonly basePath: string;
  /** Resolves when nothing is under way any more, not even what visitors have left. */
  idle(): Promise<void>;
  /** Writes what is not written yet, and closes the store. */
  close(): Promise<void>;
}

/**
 * The server's half of the widget: hides the key, keeps the shop's budgets, and makes repeating free. Only Web APIs; nothing is
 * started or opened before the first request.
 */
export function createProxy(options: ProxyOptions): Proxy {
  const checked = readOptions(options);
  const settings = { ...checked, store: steady(checked.store, checked) };
  const routes = routesOf(settings.provider);
  const underWay = new Set<Promise<unknown>>();
  let opening: Promise<House> | undefined;

  const proxy = async (request: Request, given: Context = {}): Promise<Response> => {
    const house = await (opening ??= open(settings));
    const context: Context = { ...given, waitUntil: (work) => void (given.waitUntil?.(work), follow(work)) };
    const route = routeOf(request, routes, settings);
    const allowed = isAllowedOrigin(request, settings);
    let response: Response;
    try {
      if (!allowed) throw new Refused('origin');
      response =
        request.method === 'OPTIONS' && route.kind !== 'none' ? preflight(request) : await serve(route, request, context, house);
    } catch (error) {
      response = answerFailure(error, context, house);
    }
    const { headers } = response;
    headers.set('Pattern-Proxy', '1');
    headers.set('X-Content-Type-Options', 'nosniff');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (allowed) addCors(headers, request, settings);
    return response;
  };
  const follow = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const over = () => void underWay.delete(work);
    work.then(over, over);
    return work;
  };
  const idle = async () => {
    await (await opening)?.tally.write();
    while (underWay.size) await Promise.allSettled(underWay);
  };
  return Object.assign((request: Request, context?: Context) => follow(proxy(request, context)), {
    basePath: settings.basePath,
    idle,
    async close() {
      await idle();
      await idle(); // what the last ones counted
      await settings.store.close();
    },
  });
}

function answerFailure(error: unknown, context: Context, { settings, account, tally }: House): Response {
  // What a host answers himself may have headers that cannot be added to.
  if (error instanceof TurnedAway) return new Response(error.response.body, error.response);
  const refused = explain(error, settings, account);
  context.waitUntil?.(tally.add(`refused:${refused.details.policies?.[0]?.name ?? refused.reason}`));
  return refusal(refused, settings.provider.name, settings.clock);
}

/** What one proxy holds while it runs. */
interface House extends Upstream {
  settings: Settings;
  bodies: Bodies;
  pdfs: Pdfs;
  pictures: Pictures;
}

async function open(settings: Settings): Promise<House> {
  const upstream = await openUpstream(settings);
  watchLow(settings, upstream);
  return {
    ...upstream,
    settings,
    bodies: new Bodies(settings.clock),
    pdfs: new Pdfs(settings, upstream),
    pictures: new Pictures(settings, upstream),
  };
}

const json = (body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json', ...headers } });

/** From the route to the answer. What goes wrong is thrown. */
async function serve(route: Route, request: Request, context: Context, house: House): Promise<Response> {
  const { settings, lookUps, pictures, account, tally } = house;
  const vendor = vendorOf(settings.provider.name);
  switch (route.kind) {
    case 'none':
      throw new Refused('not-found');
    case 'other-method':
      throw new Refused('method', { allowed: route.allowed });
    case 'owner':
      return route.part === 'style' ? ownerStyle() : ownerAnswer(request, settings, house);
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
    case 'pdf': {
      const design = await read(request, route.operation, house);
      const { kept, cache } = await house.pdfs.get(route.operation, design);
      const { type, filename } = kept.about;
      const headers = {
        'Content-Type': type!,
        'Content-Disposition': `attachment; filename="${filename}"`,
        'Pattern-Cache': cache,
      };
      return new Response(kept.bytes as Uint8Array<ArrayBuffer>, { headers });
    }
    case 'generate': {
      const design = await read(request, route.operation, house);
      const { key } = design;
      const insists = request.headers.get('Pattern-Insist') === '1';
      // Once sent it is finished and kept, even where the host would stop with the answer to a visitor who has left.
      const follow = (work: Promise<unknown>) => context.waitUntil?.(work);
      const { kept, cache } = await generate(design, { visitor, signal: request.signal, follow, insists }, settings, house);
      context.waitUntil?.(tally.add(cache));
      if (kept.about.picture) context.waitUntil?.(pictures.get(key));
      const left = leftOf(house, settings);
      const body = vendor.served(kept.bytes as Uint8Array<ArrayBuffer>, left, pictures.addressOf(kept, key, request));
      return new Response(body, {
        headers: { 'Content-Type': kept.about.type!, 'Pattern-Cache': cache, ...vendor.headers?.(left) },
      });
    }
  }
}

/** A function of its own: nothing of the body is held while its design is waited for. */
async function read(request: Request, { type }: { type?: 'json' | 'multipart' }, { settings, bodies }: House) {
  return readDesign(request, await bodies.read(request, type), settings);
}
