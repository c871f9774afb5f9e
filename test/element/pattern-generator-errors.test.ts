import type { PatternErrorCode, PatternGenerator } from '../../src/index.js';
import { FakeApi, json, RAW, refusal } from './support/fake-api.js';
import { failure, heard, inState, message, part, picture, ready, soon, type, widget, type Attributes } from './support/widget.js';

let api: FakeApi;
const complaints: unknown[][] = [];
beforeEach(() => {
  api = new FakeApi();
  complaints.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words) => void complaints.push(words));
});
afterEach(() => void vi.restoreAllMocks());

const lost = new TypeError('Failed to fetch');
const heic = '\0\0\0\x18ftypheic\0\0\0\0mif1heic';

/** What brings each code about, and what the visitor then reads. */
const cases: [PatternErrorCode, string, RegExp, () => unknown, Attributes?][] = [
  ['quota-exhausted', 'the code for the month', /All patterns for this month/, () => refusal(429, 'RATE_LIMIT_EXCEEDED')],
  ['credits-exhausted', '402', /No new patterns can be made at the moment/, () => json({ message: RAW }, 402)],
  ['rate-limited', '429 with a time', /Too many people/, () => json({}, 429, { 'Retry-After': '60' }), { 'max-wait': 1 }],
  ['rate-limited', '429 without', /Too many people/, () => json({}, 429), { 'max-wait': 0.0001 }],
  ['timeout', 'no answer in time', /may have been counted/, () => () => new Promise<Response>(() => {}), { timeout: 0.5 }],
  ['server-error', '500, and counted', /may have been counted/, () => (api.used++, page(500))],
  ['bad-response', 'a 200 without a pattern, and counted', /may have been counted/, () => (api.used++, json({ success: true }))],
  ['image-invalid', 'INVALID_IMAGE', /cannot be read/, () => refusal(400, 'INVALID_IMAGE')],
  ['image-too-large', 'IMAGE_TOO_LARGE', /too large/, () => refusal(400, 'IMAGE_TOO_LARGE')],
  ['image-too-large', '413', /too large/, () => json({}, 413)],
  ['image-unsupported', '415', /cannot be read/, () => json({}, 415)],
  ['parameters-invalid', 'INVALID_DIMENSIONS, unnamed', /./, () => refusal(400, 'INVALID_DIMENSIONS')],
  ['parameters-invalid', '422', /Width/, () => json({ message: 'width_cm is wrong' }, 422)],
  ['niche-invalid', 'INVALID_NICHE', /This craft is not available/, () => refusal(400, 'INVALID_NICHE')],
  ['unauthorized', 'INVALID_API_KEY', /not available here/, () => refusal(401, 'INVALID_API_KEY')],
  ['forbidden', '403', /not available here/, () => json({}, 403)],
  ['misconfigured', '404', /not available here/, () => new Response('<h1>' + RAW, { status: 404 })],
  ['server-error', 'a gateway’s page three times', /Something went wrong on our side/, () => (twice(502), page(502))],
  ['server-error', 'PROCESSING_ERROR three times', /Something went wrong on our side/, () => (twice(500), page(500))],
  ['bad-response', 'a 200 without a pattern', /answer could not be read/, () => json({ success: true, message: RAW })],
  ['bad-response', 'a 200 that is a page', /answer could not be read/, () => page(200)],
];
const page = (status: number) => new Response(`<h1>${RAW}</h1>`, { status, headers: { 'Content-Type': 'text/html' } });
const twice = (status: number) => api.script('/generate', page(status), page(status));

/** The visitor reads a sentence of ours with nothing missing in it, the page gets the same error by every way. */
async function expectError(el: PatternGenerator, code: PatternErrorCode, text: RegExp, error: any): Promise<void> {
  await inState(el, /exhausted/.test(code) ? 'exhausted' : 'error');
  expect(error).toMatchObject({ name: 'PatternError', code });
  expect(el.error).toBe(error);
  expect(message(el)).toMatch(text);
  expect(message(el)).not.toMatch(/…|\?|undefined|null|\{|“”|: ?$/);
  expect(error.message).toMatch(text);
  expect(el.shadowRoot!.textContent + error.message).not.toContain(RAW);
}

it.each(cases)('%s: %s', async (code, what, text, answer, attributes) => {
  const el = await ready(api, attributes);
  const errors = heard(el, 'pattern-error');
  api.script('/generate', answer() as Response);
  const error = await failure(el.generate());
  await expectError(el, code, text, error);
  expect(errors.map((event) => event.error)).toEqual([error]);
  expect(complaints).toHaveLength(/unauthorized|misconfigured/.test(code) || what === 'a 200 that is a page' ? 1 : 0);
});

it.each(cases)('%s: %s, in Spanish', async (code, _, text, answer, attributes) => {
  const el = await ready(api, { ...attributes, lang: 'es' });
  // English stands in until the file is there.
  await soon(() => part(el, 'heading').textContent!.includes('patrón'));
  api.script('/generate', answer() as Response);
  const { message: said } = await failure(el.generate());
  await inState(el, /exhausted/.test(code) ? 'exhausted' : 'error');
  for (const words of [message(el), said]) {
    expect(words).toMatch(/\p{L}{3}/u);
    if (text.source !== '.') expect(words).not.toMatch(text);
  }
});

it.each<Attributes>([{ 'width-cm': '30 cm' }, { 'max-colors': 0 }, { niche: ' ' }])(
  'a parameter that the page set wrong is told to its owner once, and what the visitor types never: %o',
  async (attributes) => {
    const [name] = Object.keys(attributes) as [string];
    const el = await ready(api, attributes);
    await failure(el.generate());
    const error = await failure(el.generate());
    expect(error.code).toMatch(/-invalid$/);
    expect(complaints).toHaveLength(1);
    expect(complaints.join()).toContain(`${error.code}: ${name}. ${error.message}`);
    const other = await ready(api);
    await type(other, 'widthCm', '5');
    expect(await failure(other.generate())).toMatchObject({ code: 'parameters-invalid', field: 'widthCm' });
    expect(complaints).toHaveLength(1);
    expect(api.paid).toHaveLength(0);
  },
);

it('a word of the page that nobody knows is told to its owner once a widget, also when it comes later', async () => {
  const warnings: unknown[] = [];
  vi.spyOn(console, 'warn').mockImplementation((line) => void warnings.push(line));
  const el = await ready(api, { usage: 'foo', controls: 'image widthCm' });
  await soon(() => warnings.length === 2);
  el.cache = 'never' as 'off';
  await soon(() => warnings.length === 3);
  el.lowUsage = 3;
  await el.generate();
  await inState(el, 'done');
  expect(warnings.map((line) => /generator> (.+) is not known/.exec(String(line))?.[1])).toEqual([
    'usage: "foo"',
    'controls: "widthCm"',
    'cache: "never"',
  ]);
  expect(complaints).toEqual([]);
});

it('one line and nothing beside it where the API said nothing', async () => {
  const el = await ready(api);
  api.script('/generate', new Response('', { status: 404 }));
  await failure(el.generate());
  expect(complaints).toEqual([[expect.stringContaining('answered 404')]]);
});

/** As our own proxy refuses a visitor who had all his patterns of the day. */
const dayIsOver = (seconds: number) =>
  refusal(
    429,
    'TOO_MANY_REQUESTS',
    { type: 'https://iana.org/assignments/http-problem-types#quota-exceeded', 'violated-policies': ['visitor-day'] },
    {
      'Pattern-Proxy': '1',
      'Retry-After': `${seconds}`,
      RateLimit: `"visitor-day";r=0;t=${seconds}`,
      'RateLimit-Policy': '"visitor-day";q=20;w=86400',
    },
  );

it('a visitor’s own day is over: a sentence of its own with the time, in every widget, and nothing more is sent', async () => {
  const el = await ready(api);
  api.script('/generate', dayIsOver(36_000));
  const error = await failure(el.generate());
  await expectError(el, 'quota-exhausted', /^Your patterns for today are used up\. It works again .*\d/, error);
  expect(error).toMatchObject({ cause: { policy: 'visitor-day' } });
  expect(Math.abs(error.retryAt - Date.now() - 36_000_000)).toBeLessThan(600_000);
  expect(part(el, 'message-date').textContent).toMatch(/\d/);
  // Another widget, and this one after a look at the counter, know it too.
  const other = await ready(api);
  await inState(other, 'exhausted');
  expect(message(other)).toMatch(/^Your patterns for today are used up\. It works again .*\d/);
  await failure(other.generate());
  expect(message(other)).toMatch(/^Your patterns for today are used up\./);
  expect(api.paid).toHaveLength(1);
  expect(el.quota.remaining).toBe(400);
});

it('behind our proxy an answer that was lost and counted is told, and her choice reaches the proxy', async () => {
  api.headers = { 'Pattern-Proxy': '1' };
  const el = await ready(api);
  const lost = () => refusal(409, 'UPSTREAM_LOST', {}, { 'Pattern-Maybe-Counted': '1' });
  api.script('/generate', lost());
  const error = await failure(el.generate());
  await expectError(el, 'server-error', /may have been counted/, error);
  expect(error.maybeCounted).toBe(true);
  expect(api.paid).toHaveLength(1);
  await el.generate();
  await inState(el, 'done');
  expect(api.paid.map(({ headers }) => headers.get('Pattern-Insist'))).toEqual([null, '1']);
});

it('offline: nothing is sent', async () => {
  const el = await ready(api);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await expectError(el, 'offline', /You are offline/, await failure(el.generate()));
  expect(api.paid).toEqual([]);
});

it('cancelled is the visitor’s own wish and no error', async () => {
  const el = await ready(api);
  const errors = heard(el, 'pattern-error');
  api.hold('/generate');
  const promise = failure(el.generate());
  await inState(el, 'working');
  el.cancel();
  expect(await promise).toMatchObject({ name: 'PatternError', code: 'cancelled' });
  await inState(el, 'ready');
  expect(errors).toEqual([]);
  expect(el.error).toBeUndefined();
});

it.each<[string, PatternErrorCode, RegExp, () => Promise<Blob | string> | Blob | string]>([
  ['a text file', 'image-invalid', /cannot be read/, () => new Blob(['hello'], { type: 'image/png' })],
  ['a PDF', 'image-unsupported', /PDF files cannot be read/, () => new Blob(['%PDF-1.7 …'])],
  ['a bomb', 'image-too-large', /too large/, async () => bomb(await picture())],
  ['an address that is none', 'image-invalid', /cannot be read/, () => 'javascript:alert(1)'],
])('%s is refused before anything is sent', async (_, code, text, source) => {
  const el = await widget(api);
  el.image = await source();
  await inState(el, 'error');
  await expectError(el, code, text, el.error);
  expect(el.image).toBeUndefined();
  el.image = await picture();
  await inState(el, 'ready');
  expect(api.paid).toEqual([]);
});

it('HEIC: the message names the format', async () => {
  const el = await ready(api);
  el.image = new Blob([heic]);
  await inState(el, 'ready');
  await expectError(el, 'image-unsupported', /^HEIC files cannot be read/, await failure(el.generate()));
  expect(api.paid).toEqual([]);
});

it('the owner is told once why it is unauthorized', async () => {
  const el = await ready(api);
  for (let i = 0; i < 2; i++) {
    api.script('/generate', refusal(401, 'INVALID_API_KEY'));
    await failure(el.generate());
  }
  const line = expect.stringMatching(/^<pattern-generator> unauthorized: http.+ answered 401\. The key is wrong/);
  expect(complaints).toEqual([[line, expect.objectContaining({ code: 'INVALID_API_KEY' })]]);
});

it('refreshQuota() tells a wrong key from a lost connection', async () => {
  const el = await ready(api);
  api.script('/usage', refusal(401, 'INVALID_API_KEY'), lost);
  expect(await failure(el.refreshQuota())).toMatchObject({ code: 'unauthorized', status: 401 });
  expect(await failure(el.refreshQuota())).toMatchObject({ code: 'network' });
});

it('a failing authorize() sends nothing', async () => {
  const el = await ready(api);
  el.authorize = () => Promise.reject(new Error('logged out'));
  expect(await failure(el.generate())).toMatchObject({ code: 'misconfigured', cause: expect.stringContaining('authorize') });
  await inState(el, 'error');
  expect(api.paid).toEqual([]);
});

/** The same picture that claims to be 20000 × 20000. */
async function bomb(png: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  new DataView(bytes.buffer).setUint32(16, 20_000);
  new DataView(bytes.buffer).setUint32(20, 20_000);
  return new Blob([bytes]);
}
