/** What a server answers to a pattern request in a scene. */
export type Answer = (signal?: AbortSignal) => Response | Promise<Response>;

export const json = (body: object, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
export const refusal =
  (status: number, code = '', headers: Record<string, string> = {}): Answer =>
  () =>
    json({ error: true, code, message: 'Only the owner’s log shows this' }, status, headers);
export const lost: Answer = () => Promise.reject(new TypeError('lost'));
/** Nothing, until the page gives up. */
export const silence: Answer = (signal) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));

const ADDRESS = /^\/play\/(\d+)\/(.*)$/;
interface Play {
  /** One after the other; the last one again and again. */
  answers: Answer[];
  usage?: object;
  /** The list of colours is there to be read. */
  lists?: boolean;
  /** Behind a proxy of ours repeating is free, so that the cause is told and not that it may have been counted. */
  behind?: boolean;
}
const played: Play[] = [];
const passedOn = globalThis.fetch.bind(globalThis);

/** The page plays the server for addresses of its own; all that is asked elsewhere goes there. */
globalThis.fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const [, number = '', path = ''] = ADDRESS.exec(pathname) ?? [];
  const play = played[+number];
  if (!path || !play) return passedOn(input, init);
  const { status, headers, body } = await answered(play, path, init);
  const told = new Headers(headers);
  if (play.behind) told.set(PROXY, '1');
  else told.delete(PROXY);
  return new Response(body, { status, headers: told });
};

const PROXY = 'Pattern-Proxy';

const nextOf = (answers: Answer[]) => (answers.length > 1 ? answers.shift()! : answers[0]!);

function answered({ answers, usage, lists = true }: Play, path: string, init?: RequestInit): Response | Promise<Response> {
  if (/generate$|background\/pattern$/.test(path)) return nextOf(answers)(init?.signal ?? undefined);
  if (path.endsWith('/usage')) return usage ? json(usage) : refusal(404)();
  if (path.endsWith('/colors') && !lists) return refusal(404)();
  return passedOn('/patterns/' + path, init);
}

/** An address where this is answered. What was known of another is not known of it. */
export const addressFor = (play: Play) => `/play/${played.push({ ...play, answers: [...play.answers] }) - 1}`;
