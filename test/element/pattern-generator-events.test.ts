import { FakeApi, json, refusal } from './support/fake-api.js';
import { button, done, downloads, failure, heard, inState, message, picture, ready } from './support/widget.js';

const ALL = [
  'pattern-before-generate',
  'pattern-state',
  'pattern-result',
  'pattern-pdf',
  'pattern-quota',
  'pattern-error',
] as const;
let api: FakeApi;
beforeEach(() => (api = new FakeApi()));
afterEach(() => void vi.restoreAllMocks());

it('a press from picture to pattern tells everything, in order', async () => {
  const el = await ready(api);
  const events = heard(el, ...ALL);
  const result = await el.generate();
  await inState(el, 'done');
  const told = events.map((event: any) => [event.type, event.state].filter(Boolean).join(' '));
  expect(told.filter((name) => name !== 'pattern-quota')).toEqual([
    'pattern-before-generate',
    'pattern-state working',
    'pattern-state done',
    'pattern-result',
  ]);
  expect(told).toContain('pattern-quota');
  const at = (type: string) => events.find((event) => event.type === type) as any;
  const before = at('pattern-before-generate');
  expect(before.image).toBe(el.image);
  expect(before.parameters).toMatchObject({ niche: 'mosaic', widthCm: 20, heightCm: 20, colorCatalog: 'default' });
  expect(at('pattern-state')).toMatchObject({ state: 'working', previous: 'ready' });
  expect(at('pattern-result')).toMatchObject({ result, fromCache: false });
  // What was asked for when the picture was chosen may be told only now, before what the answer says.
  expect(events.map((event: any) => event.quota)).toContainEqual(
    expect.objectContaining({
      kind: 'monthly',
      used: 101,
      limit: 500,
      remaining: 399,
      exhausted: false,
      resetAt: expect.any(Date),
      asOf: expect.any(Date),
    }),
  );
});

it('all of them bubble out of a shadow tree; two can be prevented', async () => {
  downloads();
  const el = await ready(api);
  const events = heard(el, ...ALL);
  await el.generate();
  await el.downloadPdf();
  el.image = await picture();
  await inState(el, 'ready');
  api.script('/generate', refusal(400, 'INVALID_IMAGE'));
  await failure(el.generate());
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(ALL));
  for (const event of events) {
    expect(event).toBeInstanceOf(Event);
    expect(event).toMatchObject({ bubbles: true, composed: true });
    expect(event.cancelable).toBe(/before|pdf/.test(event.type));
  }
});

it('pattern-before-generate: preventDefault() sends nothing', async () => {
  const el = await ready(api);
  const states = heard(el, 'pattern-state', 'pattern-error');
  el.addEventListener('pattern-before-generate', (event) => event.preventDefault(), { once: true });
  expect(await failure(el.generate())).toMatchObject({ code: 'cancelled' });
  await inState(el, 'ready');
  expect(states).toEqual([]);
  expect(api.paid).toEqual([]);
  await el.generate();
  expect(api.paid).toHaveLength(1);
});

it('pattern-state tells every change with where it came from', async () => {
  const el = await ready(api);
  const states = heard(el, 'pattern-state');
  api.script('/generate', json({}, 429, { 'Retry-After': '0' }));
  await failure(el.generate());
  el.reset();
  const told = states.map(({ previous, state }) => `${previous} ${state}`);
  expect(told[0]).toBe('ready working');
  expect(told.at(-1)).toBe('done empty');
  for (const [at, { previous }] of states.entries()) if (at) expect(previous).toBe(states[at - 1]!.state);
});

it('pattern-result says when it came from the cache', async () => {
  const el = await done(api);
  const results = heard(el, 'pattern-result');
  button(el, 'again').click();
  await el.generate();
  expect(results.map(({ fromCache }) => fromCache)).toEqual([true]);
  expect(api.paid).toHaveLength(1);
});

it('pattern-pdf: the file with its name is saved, unless the page does it', async () => {
  const links = downloads();
  const el = await done(api);
  const events = heard(el, 'pattern-pdf');
  await el.downloadPdf();
  expect(links).toHaveLength(1);
  expect(links[0]!.href).toMatch(/^blob:/);
  expect(links[0]!.download).toBe('pixcraft-mosaic-20x20.pdf');
  expect(events[0]).toMatchObject({ filename: 'pixcraft-mosaic-20x20.pdf', blob: expect.any(Blob) });
  el.addEventListener('pattern-pdf', (event) => event.preventDefault());
  const blob = await el.downloadPdf();
  expect(links).toHaveLength(1);
  expect(events[1]!.blob).toBe(blob);
  // Kept with the pattern: asked for once.
  expect(api.to('/pdf')).toHaveLength(1);
});

it('pattern-pdf: the API’s own file name, but never a path', async () => {
  const links = downloads();
  const pdf = (name: string) =>
    new Response('%PDF', {
      headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"` },
    });
  api.script('/pdf', pdf('shop-mosaic.pdf'), pdf('../../evil.pdf'));
  await (await done(api)).downloadPdf();
  await (await done(api)).downloadPdf();
  expect(links[0]!.download).toBe('shop-mosaic.pdf');
  expect(links[1]!.download).not.toMatch(/\//);
});

it('a PDF that fails is told in plain words, and the pattern stays', async () => {
  const el = await done(api);
  const errors = heard(el, 'pattern-error');
  api.script('/pdf', refusal(400, 'INVALID_DIMENSIONS'));
  button(el, 'pdf').click();
  await expect.poll(() => errors.length).not.toBe(0);
  await el.updateComplete;
  expect(el.state).toBe('done');
  expect(message(el)).toBe(errors[0]!.error.message);
  expect(message(el)).not.toBe('Your pattern is ready.');
  downloads();
  await el.downloadPdf();
  await el.updateComplete;
  expect(message(el)).toBe('Your pattern is ready.');
});

it('Picsart has no PDF: the picture itself is the download', async () => {
  const links = downloads();
  const el = await done(api, { provider: 'picsart' });
  expect(button(el, 'pdf').textContent).toMatch(/Download picture/);
  const blob = await el.downloadPdf();
  expect(blob.type).toBe('image/png');
  expect(links[0]!.download).toMatch(/\.png$/);
  expect(el.result!.image!.size).toBe(blob.size);
});

it('pattern-quota comes whenever what is known changes, and only then', async () => {
  const el = await ready(api);
  await el.refreshQuota();
  const events = heard(el, 'pattern-quota');
  await el.refreshQuota();
  expect(events).toHaveLength(0);
  api.used++;
  const quota = await el.refreshQuota();
  expect(events).toHaveLength(1);
  expect(events[0]!.quota).toEqual(quota);
  expect(el.quota).toEqual(quota);
});

it('pattern-error carries the error that the promise is rejected with', async () => {
  const el = await ready(api);
  const errors = heard(el, 'pattern-error');
  api.script('/generate', refusal(400, 'INVALID_IMAGE'));
  const error = await failure(el.generate());
  expect(errors).toHaveLength(1);
  expect(errors[0]!.error).toBe(error);
  expect(el.error).toBe(error);
  expect(error).toMatchObject({ name: 'PatternError', status: 400, cause: { code: 'INVALID_IMAGE' } });
});
