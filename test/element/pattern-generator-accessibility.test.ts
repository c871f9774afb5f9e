import { expect as check } from '@open-wc/testing';
import type { PatternGenerator } from '../../src/index.js';
import { FakeApi, json, refusal } from './support/fake-api.js';
import {
  button,
  done,
  downloads,
  failure,
  field,
  inState,
  message,
  part,
  picture,
  ready,
  soon,
  type,
  widget,
} from './support/widget.js';
import type { Attributes } from './support/widget.js';

type Open = (api: FakeApi, attributes: Attributes) => Promise<PatternGenerator>;

/** Every state with as much to see as it may have. */
const states: Record<string, Open> = {
  empty: (api, attributes) => widget(api, attributes),
  ready: (api, attributes) => ready(api, attributes),
  async working(api, attributes) {
    const el = await ready(api, attributes);
    api.hold('/generate');
    void failure(el.generate());
    await inState(el, 'working');
    return el;
  },
  async waiting(api, attributes) {
    const el = await ready(api, attributes);
    api.script('/generate', json({}, 429, { 'Retry-After': '60' }));
    void failure(el.generate());
    await inState(el, 'waiting');
    return el;
  },
  async done(api, attributes) {
    const el = await done(api, { usage: 'always', ...attributes });
    await soon(() => part(el, 'viewer'));
    return el;
  },
  async 'done, a picture'(api, attributes) {
    const el = await done(api, { provider: 'picsart', usage: 'always', ...attributes });
    await soon(() => part(el, 'viewer'));
    return el;
  },
  async exhausted(api, attributes) {
    api.used = 500;
    const el = await ready(api, { 'contact-url': '/help', ...attributes });
    await el.refreshQuota();
    await inState(el, 'exhausted');
    return el;
  },
  async error(api, attributes) {
    const el = await ready(api, attributes);
    await type(el, 'widthCm', '5');
    await failure(el.generate());
    await inState(el, 'error');
    return el;
  },
};

const looks: Record<string, [attributes: Attributes, scheme: string]> = {
  light: [{}, 'light'],
  dark: [{}, 'dark'],
  'right to left': [{ dir: 'rtl', lang: 'ar' }, 'light'],
  Spanish: [{ lang: 'es' }, 'light'],
};

describe.each(Object.entries(looks))('%s', (_, [attributes, scheme]) => {
  beforeEach(() => {
    document.documentElement.style.colorScheme = scheme;
    document.body.style.background = 'Canvas';
  });
  afterEach(() => document.documentElement.removeAttribute('style'));

  it.each(Object.entries(states))('%s is accessible', async (_, open) => {
    const el = await open(new FakeApi(), attributes);
    await check(el).to.be.accessible();
  });
});

it('right to left turns the widget around', async () => {
  const el = await ready(new FakeApi(), { dir: 'rtl' });
  expect(getComputedStyle(part(el, 'actions')).direction).toBe('rtl');
  const [first] = [field(el, 'widthCm').closest('label')!];
  const label = part(el, 'label');
  expect(getComputedStyle(label).textAlign).toMatch(/start|right/);
  expect(first.getBoundingClientRect().right).toBeLessThanOrEqual(part(el, 'widget').getBoundingClientRect().right);
});

describe('the language', () => {
  it('is the nearest ancestor’s, out of shadow trees', async () => {
    const el = await widget(new FakeApi());
    const host = document.body.appendChild(document.createElement('div'));
    host.lang = 'es-MX';
    host.attachShadow({ mode: 'open' }).append(el);
    await soon(() => part(el, 'heading').textContent === 'Crea tu propio patrón');
    host.remove();
  });

  it('falls back to English, and takes a new one up at once', async () => {
    const el = await widget(new FakeApi(), { lang: 'eo' });
    expect(button(el, 'generate').textContent).toContain('Generate pattern');
    const { registerLocale } = await import('../../src/index.js');
    registerLocale('eo', { generate: 'Krei ŝablonon' });
    await el.updateComplete;
    expect(button(el, 'generate').textContent).toContain('Krei ŝablonon');
    expect(part(el, 'heading').textContent).toBe('Make your own pattern');
    el.strings = { generate: 'Ek!' };
    await el.updateComplete;
    expect(button(el, 'generate').textContent).toContain('Ek!');
  });
});

describe('the keyboard goes on at what takes the pressed button’s place', () => {
  const focused = (el: PatternGenerator) => el.shadowRoot!.activeElement?.getAttribute('part');
  const press = (el: PatternGenerator, name: string) => {
    button(el, name).focus();
    button(el, name).click();
  };
  let api: FakeApi;
  beforeEach(() => (api = new FakeApi()));

  it('Generate, Cancel, Generate', async () => {
    const el = await ready(api);
    api.hold('/generate');
    press(el, 'generate');
    await inState(el, 'working');
    expect(focused(el)).toBe('cancel-button');
    press(el, 'cancel');
    await inState(el, 'ready');
    expect(focused(el)).toBe('generate-button');
  });

  it('Generate, PDF, another one', async () => {
    const el = await ready(api);
    press(el, 'generate');
    await inState(el, 'done');
    expect(focused(el)).toBe('pdf-button');
    press(el, 'again');
    await inState(el, 'ready');
    expect(focused(el)).toBe('generate-button');
  });

  it('the PDF button keeps the focus while the file comes', async () => {
    const links = downloads();
    const el = await done(api);
    const held = api.hold('/pdf');
    press(el, 'pdf');
    await soon(() => api.to('/pdf').length);
    // A browser takes the focus from what is disabled when it next draws.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    held.letGo();
    await soon(() => links.length);
    await el.updateComplete;
    expect(focused(el)).toBe('pdf-button');
    vi.restoreAllMocks();
  });

  it('to the message where nothing can be pressed any more', async () => {
    const el = await ready(api);
    api.script('/generate', refusal(429, 'RATE_LIMIT_EXCEEDED'));
    press(el, 'generate');
    await inState(el, 'exhausted');
    expect(focused(el)).toBe('message exhausted');
    expect(message(el)).not.toBe('');
  });

  it('and is left alone when it is elsewhere', async () => {
    const el = await ready(api);
    const outside = document.body.appendChild(document.createElement('button'));
    outside.focus();
    await el.generate();
    await inState(el, 'done');
    expect(document.activeElement).toBe(outside);
    outside.remove();
  });
});

it('what is going on is one live region that stays', async () => {
  const api = new FakeApi();
  const el = await ready(api);
  const region = part(el, 'message');
  expect(region.getAttribute('role')).toBe('status');
  await el.generate();
  el.image = await picture();
  await inState(el, 'ready');
  expect(part(el, 'message')).toBe(region);
});
