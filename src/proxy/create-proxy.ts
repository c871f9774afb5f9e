import { TurnedAway } from './admit.js';
import { answerOf, responseOf, type Answer } from './answer.js';
import { addCors, isAllowedOrigin, preflight } from './origin.js';
import { Bodies } from './body.js';
import { explain } from './explain.js';
import { incoming, type Incoming } from './incoming.js';
import { readOptions, type Context, type ProxyOptions, type Settings } from './options.js';
import { watchLow } from './owner/low.js';
import { Pdfs } from './pdf.js';
import { Pictures } from './pictures.js';
import { refusal } from './refusal.js';
import { Refused } from './refused.js';
import { routeOf, routesOf } from './route.js';
import { Seen } from './seen.js';
import { serve, type House } from './serve.js';
import { steady } from './stores/steady.js';
import { openUpstream } from './upstream.js';
import { Uploads } from './uploads.js';

/** Answers one request. */
export interface Proxy {
  (request: Request, context?: Context): Promise<Response>;
  readonly basePath: string;
  /** The same for a server whose own requests are none of the platform's (see `nodeListener`). */
  answer(request: Incoming, context?: Context): Promise<Answer>;
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

  const respond = async (request: Incoming, given: Context): Promise<Answer> => {
    const house = await (opening ??= open(settings));
    const context: Context = { ...given, waitUntil: (work) => void (given.waitUntil?.(work), follow(work)) };
    const route = routeOf(request, routes, settings);
    const allowed = isAllowedOrigin(request, route, settings);
    let answer: Answer;
    try {
      if (!allowed) throw new Refused('origin');
      answer =
        request.method === 'OPTIONS' && route.kind !== 'none' ? preflight(request) : await serve(route, request, context, house);
    } catch (error) {
      answer = await answerFailure(error, context, house);
    }
    const { headers } = answer;
    headers.set('Pattern-Proxy', '1');
    headers.set('X-Content-Type-Options', 'nosniff');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (allowed) addCors(headers, request, settings);
    return answer;
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
  const answer = (request: Incoming, context: Context = {}) => follow(respond(request, context));
  const proxy = async (request: Request, context?: Context) =>
    responseOf(await answer(incoming(request), context), request.method);
  return Object.assign(proxy, {
    basePath: settings.basePath,
    answer,
    idle,
    async close() {
      await idle();
      await idle(); // what the last ones counted
      await settings.store.close();
    },
  });
}

async function answerFailure(error: unknown, context: Context, { settings, account, tally }: House): Promise<Answer> {
  if (error instanceof TurnedAway) return answerOf(error.response);
  const refused = explain(error, settings, account);
  context.waitUntil?.(tally.add(`refused:${refused.details.policies?.[0]?.name ?? refused.reason}`));
  return refusal(refused, settings.provider.name, settings.clock);
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
    seen: new Seen(),
    uploads: new Uploads(settings.clock),
  };
}
