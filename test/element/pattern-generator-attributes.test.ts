import type { PatternGenerator } from '../../src/index.js';
import { FakeApi, json } from './support/fake-api.js';
import { button, done, inState, picture, ready, soon, widget } from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));
const sent = () => api.paid.at(-1)!;

describe('attributes and the properties of the same meaning', () => {
  it.each<[attribute: string, property: string, value: string, field: string, sent: unknown]>([
    ['niche', 'niche', 'curtains', 'niche', 'curtains'],
    ['width-cm', 'widthCm', '25', 'width_cm', 25],
    ['height-cm', 'heightCm', '26.5', 'height_cm', 26.5],
    ['unit-width-cm', 'unitWidthCm', '2', 'unit_width_cm', 2],
    ['unit-height-cm', 'unitHeightCm', '2.5', 'unit_height_cm', 2.5],
    ['max-colors', 'maxColors', '12', 'max_colors', 12],
    ['color-catalog', 'colorCatalog', 'custom', 'color_catalog', 'custom'],
  ])('PixCraft: %s and %s', async (attribute, property, value, field, expected) => {
    await done(api, { [attribute]: value });
    expect(sent().body[field]).toBe(expected);
    const el = await ready(api, { [attribute]: undefined });
    (el as any)[property] = value;
    await el.generate();
    expect(sent().body[field]).toBe(expected);
  });

  it.each<[attribute: string, property: string, value: string, field: string, initial: string]>([
    ['pattern', 'pattern', 'mirror', 'pattern', 'hex'],
    ['width', 'width', '640', 'width', '1024'],
    ['height', 'height', '480', 'height', '1024'],
    ['offset-x', 'offsetX', '-5', 'offset_x', '0'],
    ['offset-y', 'offsetY', '7', 'offset_y', '0'],
    ['rotate', 'rotate', '-90', 'rotate', '0'],
    ['scale', 'scale', '2.5', 'scale', '1'],
    ['format', 'format', 'PNG', 'format', 'JPG'],
  ])('Picsart: %s and %s', async (attribute, property, value, field, initial) => {
    const el = await done(api, { provider: 'picsart', [attribute]: value });
    expect(sent().body[field]).toBe(value);
    el.removeAttribute(attribute);
    el.image = await picture();
    await el.generate();
    expect(sent().body[field]).toBe(initial);
    (el as any)[property] = value;
    el.image = await picture();
    await el.generate();
    expect(sent().body[field]).toBe(value);
  });

  it('takes properties set before it is upgraded', async () => {
    const name = 'x-late-' + crypto.randomUUID();
    const el = document.createElement(name) as PatternGenerator;
    Object.assign(el, { endpoint: api.endpoint, niche: 'curtains', widthCm: 60, heightCm: 40, image: await picture() });
    document.body.append(el);
    const { PatternGenerator } = await import('../../src/index.js');
    PatternGenerator.define(name);
    await inState(el, 'ready');
    await el.generate();
    expect(sent().body).toMatchObject({ niche: 'curtains', width_cm: 60, height_cm: 40 });
    el.remove();
  });

  it('provider: sends to Picsart what Picsart wants', async () => {
    await done(api, { provider: 'picsart' });
    expect(sent()).toMatchObject({ method: 'POST', path: '/background/pattern', body: { width: '1024', format: 'JPG' } });
    expect(sent().body.image).toBeInstanceOf(Blob);
    expect(sent().headers.get('X-Picsart-API-Key')).toBe('px_live_secret');
  });

  it('provider: an unknown one is the owner’s mistake and sends nothing', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    const el = await widget(api, { provider: 'nobody' });
    await inState(el, 'error');
    expect(el.error).toMatchObject({ code: 'misconfigured', cause: expect.stringContaining('nobody') });
    expect(api.calls).toEqual([]);
    expect(complain).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/"nobody"\. Known are: pixcraft, picsart/));
  });

  it.each(['/', '//', '/?v=1', '#top'])('endpoint may end in %s', async (end) => {
    await done(api, { endpoint: api.endpoint + end });
    expect(sent().url).toBe(api.endpoint + '/api/v1/generate');
  });

  it('endpoint may be relative', async () => {
    api = new FakeApi('/shop-' + crypto.randomUUID());
    await done(api);
    expect(sent().url).toBe(location.origin + api.endpoint + '/api/v1/generate');
  });

  it('api-key goes into the provider’s header, and without one there is none', async () => {
    await done(api);
    expect(sent().headers.get('Authorization')).toBe('Bearer px_live_secret');
    await done(api, { 'api-key': undefined });
    expect(sent().headers.has('Authorization')).toBe(false);
  });

  it('a key on localhost is nothing to warn of', async () => {
    const warn = vi.spyOn(console, 'warn');
    await widget(api, { 'api-key': 'px_live_other' });
    expect(warn.mock.calls.filter(([text]) => /key/.test(String(text)))).toEqual([]);
    warn.mockRestore();
  });

  it('image-url is sent as an address, and taken away with the attribute', async () => {
    const el = await widget(api, { 'image-url': 'https://pictures.test/cat.jpg' });
    await inState(el, 'ready');
    await el.generate();
    expect(sent().body).toMatchObject({ image_url: 'https://pictures.test/cat.jpg' });
    expect(sent().body).not.toHaveProperty('image');
    el.removeAttribute('image-url');
    await inState(el, 'empty');
  });

  it('disabled switches everything off, and on again', async () => {
    const el = await ready(api, { disabled: true });
    const controls = el.shadowRoot!.querySelectorAll<HTMLInputElement>('input, select, button');
    expect(controls.length).toBeGreaterThan(4);
    expect([...controls].every(({ disabled }) => disabled)).toBe(true);
    button(el, 'generate').click();
    el.disabled = false;
    await el.updateComplete;
    expect([...controls].some(({ disabled }) => disabled)).toBe(false);
    expect(api.paid).toEqual([]);
  });

  it('no-pdf hides the PDF button', async () => {
    const el = await done(api, { 'no-pdf': true });
    expect(button(el, 'pdf')).toBeUndefined();
    el.noPdf = false;
    await el.updateComplete;
    expect(button(el, 'pdf')).toBeDefined();
  });

  it('timeout gives a request up', async () => {
    const el = await ready(api, { timeout: 0.1 });
    api.hold('/generate');
    // Counted, as far as the free counter tells: it is not sent again by itself.
    api.script('/usage', json({ ...api.usage, calls_used: 101 }));
    await expect(el.generate()).rejects.toMatchObject({ code: 'timeout', maybeCounted: true });
    expect(api.paid).toHaveLength(1);
  });

  it('max-wait: a longer wait is the visitor’s to choose', async () => {
    const el = await ready(api, { 'max-wait': 5 });
    api.script('/generate', json({}, 429, { 'Retry-After': '60' }));
    await expect(el.generate()).rejects.toMatchObject({ code: 'rate-limited', retryAt: expect.any(Date) });
    expect(api.paid).toHaveLength(1);
  });

  const again = async (attributes: Parameters<typeof done>[1]) => {
    const el = await done((api = new FakeApi()), attributes);
    button(el, 'again').click();
    await inState(el, 'ready');
    return el;
  };

  it.each([{}, { cache: 'off' }, { 'cache-size': '0.0001' }])(
    'the same press again is free as long as the page lives: %o',
    async (attributes) => {
      const el = await again(attributes);
      await el.generate();
      expect(api.paid).toHaveLength(1);
    },
  );

  it('cache-days bounds what is kept', async () => {
    const el = await again({ 'cache-days': '0.00000001' });
    await soon(() => el.generate().then(() => api.paid.length > 1));
  });

  it('authorize is asked before each request and its headers are sent', async () => {
    const el = await ready(api, { 'api-key': undefined });
    const before = api.to('/usage').length;
    let count = 0;
    el.authorize = async () => ({ Authorization: `Bearer token-${++count}` });
    await el.generate();
    await el.refreshQuota();
    // Each request has a word of its own. What the studio asks meanwhile, for free, may have begun before there was one.
    const words = [...api.to('/generate'), ...api.to('/usage').slice(before)].map(({ headers }) => headers.get('Authorization'));
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^Bearer token-\d+$/);
    expect(count).toBeGreaterThanOrEqual(words.length);
  });
});
