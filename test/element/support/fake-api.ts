/** One request as the API saw it. */
export interface Call {
  method: string;
  url: string;
  path: string;
  headers: Headers;
  /** Parsed JSON or form fields. */
  body: any;
}
type Answer = Response | Error | ((call: Call) => Response | Promise<Response>);

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
/** A refusal as PixCraft words it. The message must never reach a visitor. */
export const RAW = 'raw-words-of-the-api';
export const refusal = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  json({ error: true, code, message: RAW, docs: 'https://docs.test', ...more }, status, headers);

const PAID = /\/generate$|\/background\/pattern$/;
const realFetch = globalThis.fetch.bind(globalThis);
const apis = new Set<FakeApi>();

/** A scripted API that speaks the PixCraft and Picsart contracts and writes every request down. Its address is its own. */
export class FakeApi {
  readonly endpoint: string;
  readonly calls: Call[] = [];
  used = 100;
  limit: number | 'unlimited' = 500;
  credits = 200;
  /** On every answer, as a proxy has them. */
  headers: Record<string, string> = {};
  niches = [
    { id: 'mosaic', name: 'Mosaic', default_unit: { width_cm: 1, height_cm: 1 } },
    { id: 'curtains', name: 'Curtains', default_unit: { width_cm: 1.5, height_cm: 2 } },
  ];
  #scripted: [path: string, answer: Answer][] = [];

  constructor(endpoint = `https://${crypto.randomUUID()}.test`) {
    this.endpoint = endpoint;
    apis.add(this);
  }

  get paid(): Call[] {
    return this.calls.filter(({ path }) => PAID.test(path));
  }
  to(path: string): Call[] {
    return this.calls.filter((call) => call.path.endsWith(path));
  }
  get usage() {
    const { used, limit } = this;
    return {
      calls_used: used,
      calls_limit: limit,
      calls_remaining: limit === 'unlimited' ? limit : limit - used,
      reset_date: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    };
  }

  /** The next answers to this path, one request each; an Error is a lost connection. */
  script(path: string, ...answers: Answer[]): void {
    for (const answer of answers) this.#scripted.push([path, answer]);
  }
  /** Keeps the next request to this path waiting until it is let go. */
  hold(path: string): { letGo(answer?: Answer): void } {
    let letGo!: (answer?: Answer) => void;
    const gone = new Promise<Answer | undefined>((resolve) => (letGo = resolve));
    this.script(path, async (call) => answered(await gone, call) ?? this.#usual(call));
    return { letGo };
  }

  async answer(url: string, init: RequestInit = {}): Promise<Response> {
    const { method = 'GET', body } = init;
    const call: Call = {
      method,
      url,
      path: url.slice(new URL(this.endpoint, location.href).href.replace(/\/$/, '').length),
      headers: new Headers(init.headers),
      body: body instanceof FormData ? Object.fromEntries(body) : body && JSON.parse(body as string),
    };
    this.calls.push(call);
    const at = this.#scripted.findIndex(([path]) => call.path.endsWith(path));
    const [, scripted] = at < 0 ? [] : this.#scripted.splice(at, 1)[0]!;
    const reply = Promise.resolve()
      .then(() => answered(scripted, call) ?? this.#usual(call))
      .then((response) => {
        for (const [name, value] of Object.entries(this.headers)) response.headers.set(name, value);
        return response;
      });
    const cut = new Promise<never>((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
    );
    return Promise.race([reply, cut]);
  }

  #usual(call: Call): Response {
    const { path, body } = call;
    if (path.endsWith('/usage')) return json(this.usage);
    if (path.endsWith('/niches')) return json({ niches: this.niches });
    if (path.endsWith('/colors')) return json({ colors: COLORS });
    if (path.endsWith('/balance')) return json({ credits: this.credits });
    if (path.endsWith('/pdf')) return new Response('%PDF-1.4', { headers: { 'Content-Type': 'application/pdf' } });
    if (path.startsWith('/files/'))
      return new Response(
        Uint8Array.from(atob(DOT), (c) => c.charCodeAt(0)),
        { headers: { 'Content-Type': 'image/png' } },
      );
    if (path.endsWith('/background/pattern')) {
      this.credits -= 10;
      return json({ status: 'success', data: { id: 'x', url: `${this.endpoint}/files/x.png` } });
    }
    this.used++;
    return json(pattern(body, this.usage, this.niches));
  }
}

const answered = (answer: Answer | undefined, call: Call) => {
  if (answer instanceof Error) throw answer;
  return typeof answer === 'function' ? answer(call) : answer;
};

/** One pixel. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const COLORS = [
  { name: 'Ruby', hex: '#b01030' },
  { name: 'Snow', hex: '#fafafa' },
];

/** A striped pattern of the size that was asked for. */
function pattern(body: Record<string, any>, usage: object, niches: FakeApi['niches']) {
  const unit = niches.find(({ id }) => id === body.niche)?.default_unit ?? { width_cm: 1, height_cm: 1 };
  const cols = Math.floor(body.width_cm / (body.unit_width_cm ?? unit.width_cm));
  const rows = Math.floor(body.height_cm / (body.unit_height_cm ?? unit.height_cm));
  const colors = COLORS;
  const [steps, length] = body.niche === 'curtains' ? [cols, rows] : [rows, cols];
  return {
    success: true,
    niche: body.niche,
    dimensions: { cols, rows, total_units: cols * rows },
    materials: colors.map((color, i) => ({ id: `m${i}`, ...color, quantity: (cols * rows) / 2, percentage: 50 })),
    assembly_guide: Array.from({ length: steps }, (_, i) => {
      const { name, hex } = colors[i % 2]!;
      return { step: i + 1, direction: 'rows', runs: [{ color: name, hex, count: length }] };
    }),
    difficulty: 'easy',
    usage,
  };
}

globalThis.fetch = (input, init) => {
  const url = String(input);
  const api = [...apis].find(({ endpoint }) => url.startsWith(new URL(endpoint, location.href).href));
  if (api) return api.answer(url, init);
  // Nobody has such a name; asking the system for it may take as long as it likes.
  return /^https?:\/\/[^/]+\.test\//.test(url) ? Promise.reject(new TypeError('Failed to fetch')) : realFetch(input, init);
};
