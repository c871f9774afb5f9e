import { FakeApi, json } from './support/fake-api.js';
import { button, done, downloads, failure, heard, inState, markup, picture, ready, soon, widget } from './support/widget.js';
import { fixture } from '@open-wc/testing';
import type { PatternGenerator } from '../../src/index.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));

describe('generate()', () => {
  it('twice at once is one promise and one request', async () => {
    const el = await ready(api);
    const promises = [el.generate(), el.generate()];
    expect(promises[0]).toBe(promises[1]);
    expect(await promises[0]).toBe(el.result);
    expect(api.paid).toHaveLength(1);
  });

  it('a double click is one request', async () => {
    const el = await ready(api);
    const { click } = HTMLElement.prototype;
    for (let i = 0; i < 2; i++) click.call(button(el, 'generate'));
    await inState(el, 'done');
    expect(api.paid).toHaveLength(1);
  });

  it('resolves with the pattern', async () => {
    const el = await ready(api);
    const { guide, raw, ...result } = await el.generate();
    expect(result).toMatchObject({
      provider: 'pixcraft',
      niche: 'mosaic',
      columns: 20,
      rows: 20,
      totalUnits: 400,
      materials: [{ id: 'm0', name: 'Ruby', hex: '#b01030', quantity: 200, percentage: 50 }, { name: 'Snow' }],
      difficulty: 'easy',
    });
    expect(guide).toHaveLength(20);
    expect(guide[0]!.runs).toEqual([{ color: 'Ruby', hex: '#b01030', count: 20 }]);
    expect(raw).toMatchObject({ success: true, dimensions: { cols: 20 } });
  });

  it('without a picture it is refused, and nothing is sent', async () => {
    const el = await widget(api);
    expect(await failure(el.generate())).toMatchObject({ code: 'image-invalid' });
    expect(api.paid).toEqual([]);
  });

  it('two widgets, one design: one request, and both have the pattern', async () => {
    const box = await fixture<HTMLElement>(`<div>${markup(api)}${markup(api)}</div>`);
    const widgets = [...box.querySelectorAll<PatternGenerator>('pattern-generator')];
    const image = await picture();
    for (const el of widgets) el.image = image;
    const held = api.hold('/generate');
    const promises = widgets.map((el) => el.generate());
    await soon(() => api.paid.length);
    held.letGo();
    const [one, other] = await Promise.all(promises);
    expect(one).toEqual(other);
    for (const el of widgets) await inState(el, 'done');
    expect(api.paid).toHaveLength(1);
  });
});

describe('cancel()', () => {
  it('before anything is sent, nothing is', async () => {
    const el = await ready(api);
    const promise = failure(el.generate());
    el.cancel();
    expect(await promise).toMatchObject({ code: 'cancelled' });
    await inState(el, 'ready');
    expect(api.paid).toEqual([]);
  });

  it('once sent, the answer is kept: the next press costs nothing', async () => {
    const el = await ready(api);
    const held = api.hold('/generate');
    const promise = failure(el.generate());
    await soon(() => api.paid.length);
    button(el, 'cancel').click();
    await promise;
    await inState(el, 'ready');
    held.letGo();
    await el.generate();
    expect(api.paid).toHaveLength(1);
  });

  it('and generate() at once begin a new press', async () => {
    const el = await ready(api);
    const held = api.hold('/generate');
    const first = failure(el.generate());
    await soon(() => api.paid.length);
    el.cancel();
    const second = el.generate();
    held.letGo();
    expect(await first).toMatchObject({ code: 'cancelled' });
    expect(await second).toMatchObject({ columns: 20 });
    await inState(el, 'done');
    expect(api.paid).toHaveLength(1);
  });

  it('another picture and generate() at once make that picture', async () => {
    const el = await ready(api);
    api.hold('/generate');
    const first = failure(el.generate());
    await soon(() => api.paid.length);
    el.image = await picture();
    const second = el.generate();
    await first;
    await inState(el, 'working', 'done');
    await second;
    await inState(el, 'done');
    expect(api.paid).toHaveLength(2);
  });

  it('while the picture of the answer is on its way', async () => {
    const el = await ready(api, { provider: 'picsart' });
    const held = api.hold('/files/x.png');
    const promise = failure(el.generate());
    await soon(() => api.to('/files/x.png').length);
    el.cancel();
    expect(await promise).toMatchObject({ code: 'cancelled' });
    await inState(el, 'ready');
    held.letGo();
    await el.generate();
    expect(api.paid).toHaveLength(1);
  });

  it('while a limit is sat out, nothing is sent later', async () => {
    const el = await ready(api);
    api.script('/generate', json({}, 429, { 'Retry-After': '1' }));
    const promise = failure(el.generate());
    await inState(el, 'waiting');
    el.cancel();
    await promise;
    // The server's second and the widget's own two at most are over.
    const late = Date.now() + 3200;
    await soon(() => Date.now() > late);
    expect(api.paid).toHaveLength(1);
  });

  it('while a hiccup is sat out, nothing is sent later', async () => {
    const el = await ready(api);
    const held = api.hold('/generate');
    const promise = failure(el.generate());
    await soon(() => api.paid.length);
    el.cancel();
    await promise;
    held.letGo(json({}, 503));
    const late = Date.now() + 2000;
    await soon(() => Date.now() > late);
    expect(api.paid).toHaveLength(1);
  });

  it('with nothing under way does nothing', async () => {
    const el = await done(api);
    el.cancel();
    await el.updateComplete;
    expect(el.state).toBe('done');
  });
});

it('reset() goes back to the beginning, even from a press', async () => {
  const el = await done(api);
  el.reset();
  await inState(el, 'empty');
  expect([el.result, el.image, el.error]).toEqual([undefined, undefined, undefined]);
  el.image = await picture();
  api.hold('/generate');
  const promise = failure(el.generate());
  await inState(el, 'working');
  el.reset();
  expect(await promise).toMatchObject({ code: 'cancelled' });
  await inState(el, 'empty');
});

it('refreshQuota() asks the free counter', async () => {
  const el = await widget(api);
  const quota = await el.refreshQuota();
  expect(quota).toMatchObject({ kind: 'monthly', used: 100, limit: 500, remaining: 400, exhausted: false });
  expect(quota.resetAt).toEqual(new Date(api.usage.reset_date));
  const picsart = await widget(api, { provider: 'picsart' });
  expect(await picsart.refreshQuota()).toMatchObject({ kind: 'credits', remaining: 200, exhausted: false });
  expect(api.paid).toEqual([]);
});

it('clearCache() forgets what was made', async () => {
  const el = await done(api);
  button(el, 'again').click();
  // What is just being kept may come after the first clearing.
  await soon(async () => {
    await el.clearCache();
    await el.generate();
    return api.paid.length > 1;
  });
});

describe('downloadPdf()', () => {
  it('twice costs no use and one request', async () => {
    const links = downloads();
    const el = await done(api);
    button(el, 'pdf').click();
    await soon(() => links.length);
    const blob = await el.downloadPdf();
    expect(blob.type).toBe('application/pdf');
    expect(api.to('/pdf')).toHaveLength(1);
    expect(api.paid).toHaveLength(1);
    expect(api.to('/pdf')[0]!.body).toEqual(api.paid[0]!.body);
    vi.restoreAllMocks();
  });

  it('before there is a pattern is refused', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const el = await ready(api);
    const errors = heard(el, 'pattern-error');
    expect(await failure(el.downloadPdf())).toMatchObject({ name: 'PatternError' });
    expect(errors).toHaveLength(1);
    expect(el.state).toBe('ready');
    vi.restoreAllMocks();
  });
});

it('the script cannot write what is read-only', async () => {
  const el = (await done(api)) as any;
  for (const name of ['state', 'result', 'error', 'quota']) expect(() => (el[name] = 'mine'), name).toThrow(TypeError);
});
