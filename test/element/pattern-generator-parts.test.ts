import { PatternGenerator } from '../../src/index.js';
import { FakeApi, json } from './support/fake-api.js';
import { button, done, failure, inState, part, parts, ready, soon, widget } from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));
const there = (el: PatternGenerator, names: string) => names.split(' ').filter((name) => !part(el, name));

describe('parts', () => {
  const always = 'widget heading message';
  const intake = 'dropzone controls field label input generate-button';

  it('empty', async () => expect(there(await widget(api), `${always} ${intake}`)).toEqual([]));
  it('ready', async () => expect(there(await ready(api), `${always} ${intake} thumbnail`)).toEqual([]));
  it('working', async () => {
    const el = await ready(api);
    api.hold('/generate');
    void failure(el.generate());
    await inState(el, 'working');
    expect(there(el, `${always} progress cancel-button`)).toEqual([]);
  });
  it('waiting', async () => {
    const el = await ready(api);
    api.script('/generate', json({}, 429, { 'Retry-After': '60' }));
    void failure(el.generate());
    await inState(el, 'waiting');
    expect(there(el, `${always} countdown cancel-button`)).toEqual([]);
  });
  it('done', async () => {
    const el = await done(api, { usage: 'always' });
    await soon(() => part(el, 'viewer'));
    expect(there(el, `${always} preview materials material swatch guide step pdf-button usage usage-bar`)).toEqual([]);
    expect(parts(el, 'material')).toHaveLength(2);
    expect(parts(el, 'step')).toHaveLength(20);
    expect(getComputedStyle(part(el, 'swatch')).backgroundColor).toBe('rgb(176, 16, 48)');
    expect(part(el, 'usage-bar')).toMatchObject({ ariaValueMax: '500', ariaValueNow: '399', ariaValueText: '399 of 500 left' });
  });
  it('exhausted', async () => {
    api.used = 500;
    const el = await ready(api, { 'contact-url': '/help' });
    await el.refreshQuota();
    await inState(el, 'exhausted');
    expect(there(el, `${always} contact-link generate-button`)).toEqual([]);
  });
  it('every visible node has one', async () => {
    const el = await done(api, { usage: 'always' });
    await soon(() => part(el, 'viewer'));
    const bare = [...el.shadowRoot!.querySelectorAll('*')].filter(
      (node) => !node.part.length && !/^(SLOT|STYLE|OPTION)$/.test(node.tagName),
    );
    expect(bare.map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([]);
  });
  it('a page styles them', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent =
      'pattern-generator::part(heading) { color: rgb(1, 2, 3) } pattern-generator { --pattern-accent: rgb(4, 5, 6) }';
    const el = await ready(api);
    expect(getComputedStyle(part(el, 'heading')).color).toBe('rgb(1, 2, 3)');
    expect(getComputedStyle(button(el, 'generate')).backgroundColor).toBe('rgb(4, 5, 6)');
    style.remove();
  });
});

describe('slots', () => {
  const slotted = (el: PatternGenerator, name: string) => el.shadowRoot!.querySelector<HTMLSlotElement>(`slot[name="${name}"]`)!;

  it('have content of their own', async () => {
    api.used = 500;
    const el = await ready(api);
    expect(slotted(el, 'heading').textContent).toBe('Make your own pattern');
    expect(slotted(el, 'generate-label').textContent).toBe('Generate pattern');
    expect(slotted(el, 'footer')).not.toBeNull();
    await el.refreshQuota();
    await inState(el, 'exhausted');
    expect(slotted(el, 'exhausted').textContent).toMatch(/All patterns for this month/);
  });

  it.each(['heading', 'generate-label', 'footer', 'exhausted'])('%s takes the page’s', async (name) => {
    api.used = 500;
    const el = await ready(api, {}, `<i slot="${name}">Mine</i>`);
    await el.refreshQuota();
    await inState(el, 'exhausted');
    const [mine] = slotted(el, name).assignedElements();
    expect(mine!.textContent).toBe('Mine');
    expect(mine!.getBoundingClientRect().height).toBeGreaterThan(0);
  });
});

describe('define()', () => {
  it('twice is harmless', () => {
    PatternGenerator.define();
    expect(customElements.get('pattern-generator')).toBe(PatternGenerator);
  });

  it('under another tag is the same element', async () => {
    PatternGenerator.define('craft-pattern');
    PatternGenerator.define('craft-pattern');
    const el = document.createElement('craft-pattern') as PatternGenerator;
    expect(el).toBeInstanceOf(PatternGenerator);
    el.setAttribute('endpoint', api.endpoint);
    document.body.append(el);
    await inState(el, 'empty');
    expect(part(el, 'dropzone')).toBeDefined();
    el.remove();
  });

  it('a name of somebody else’s is left alone', () => {
    class Other extends HTMLElement {}
    customElements.define('other-pattern', Other);
    PatternGenerator.define('other-pattern');
    expect(customElements.get('other-pattern')).toBe(Other);
  });

  const scoped = () => new (CustomElementRegistry as unknown as new () => CustomElementRegistry)();
  const supported = (() => {
    try {
      return 'initialize' in scoped();
    } catch {
      return false;
    }
  })();
  it.skipIf(!supported)('in a registry of its own', async () => {
    const registry = scoped();
    PatternGenerator.define('scoped-pattern', registry);
    expect(customElements.get('scoped-pattern')).toBeUndefined();
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open', customElementRegistry: registry } as ShadowRootInit);
    root.innerHTML = `<scoped-pattern endpoint="${api.endpoint}"></scoped-pattern>`;
    const el = root.firstElementChild as PatternGenerator;
    await inState(el, 'empty');
    expect(part(el, 'dropzone')).toBeDefined();
    host.remove();
  });
});
