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
const played: { answer: Answer; usage?: object }[] = [];
const passedOn = globalThis.fetch.bind(globalThis);

/** The page plays the server for addresses of its own; all that is asked elsewhere goes there. */
globalThis.fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const [, number = '', path = ''] = ADDRESS.exec(pathname) ?? [];
  const play = played[+number];
  if (!path || !play) return passedOn(input, init);
  if (/generate$|background\/pattern$/.test(path)) return play.answer(init?.signal ?? undefined);
  if (path.endsWith('/usage')) return play.usage ? json(play.usage) : refusal(404)();
  return passedOn('/patterns/' + path, init);
};

/** An address where this is answered. What was known of another is not known of it. */
export const addressFor = (answer: Answer, usage?: object) => `/play/${played.push({ answer, usage }) - 1}`;
