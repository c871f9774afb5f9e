import { fixture } from '@open-wc/testing';
import '../../../src/define.js';
import type { PatternGenerator } from '../../../src/index.js';
import type { State } from '../../../src/index.js';
import type { FakeApi } from './fake-api.js';
import { soon } from './soon.js';

export { soon };

export type Attributes = Record<string, string | number | boolean | undefined>;

/** Markup of a widget of 20 × 20 cells that talks to this API. */
export function markup(api: FakeApi, attributes: Attributes = {}, content = ''): string {
  const all: Attributes = {
    endpoint: api.endpoint,
    'api-key': 'px_live_secret',
    niche: 'mosaic',
    'width-cm': 20,
    'height-cm': 20,
    ...attributes,
  };
  const written = Object.entries(all)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}="${String(value).replaceAll('"', '&quot;')}"`));
  return `<pattern-generator ${written.join(' ')}>${content}</pattern-generator>`;
}

export const widget = (api: FakeApi, attributes?: Attributes, content?: string): Promise<PatternGenerator> =>
  fixture<PatternGenerator>(markup(api, attributes, content));

/** A widget with a picture in it. */
export async function ready(api: FakeApi, attributes?: Attributes, content?: string): Promise<PatternGenerator> {
  const el = await widget(api, attributes, content);
  el.image = await picture();
  await inState(el, 'ready', 'exhausted');
  // A chosen picture asks the free counter once.
  if (/pixcraft|picsart/.test(el.provider)) await soon(() => api.to('/usage').length + api.to('/balance').length);
  return el;
}

/** A widget that shows its pattern. */
export async function done(api: FakeApi, attributes?: Attributes, content?: string): Promise<PatternGenerator> {
  const el = await ready(api, attributes, content);
  await el.generate();
  await inState(el, 'done');
  return el;
}

/** Waits until the element stands in one of these states and shows it. */
export async function inState(el: PatternGenerator, ...states: State[]): Promise<void> {
  await soon(() => states.includes(el.getAttribute('state') as State), `to be ${states.join(' or ')}, not ${el.state}`);
  await el.updateComplete;
}

let pictures = 0;
/** A small picture; every one is different. */
export async function picture(type = 'image/png'): Promise<Blob> {
  const canvas = new OffscreenCanvas(24, 24);
  const context = canvas.getContext('2d')!;
  context.fillStyle = `hsl(${pictures++ * 47} 80% 50%)`;
  context.fillRect(0, 0, 24, 24);
  // Something to see: what is of one colour is asked about.
  context.fillStyle = '#123';
  context.fillRect(pictures % 20, 0, 4, 20);
  return canvas.convertToBlob({ type });
}
export const pictureFile = async () => new File([await picture()], 'cat.png', { type: 'image/png' });

export const parts = (el: PatternGenerator, name: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];
export const part = <T extends HTMLElement = HTMLElement>(el: PatternGenerator, name: string) => parts(el, name)[0] as T;
export const field = (el: PatternGenerator, name: string) =>
  el.shadowRoot!.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)!;
export const button = (el: PatternGenerator, name: string) => part<HTMLButtonElement>(el, `${name}-button`);
export const message = (el: PatternGenerator) => part(el, 'message').textContent!.trim();

/** The visitor sets a control. */
export async function type(el: PatternGenerator, name: string, value: string): Promise<void> {
  field(el, name).value = value;
  field(el, name).dispatchEvent(new Event('change', { bubbles: true }));
  await el.updateComplete;
}

/** All events of these names from now on, as they arrive at the document. */
export function heard<Name extends keyof HTMLElementEventMap>(el: HTMLElement, ...names: Name[]): HTMLElementEventMap[Name][] {
  const events: HTMLElementEventMap[Name][] = [];
  for (const name of names)
    document.addEventListener(name, (event) => event.target === el && events.push(event as HTMLElementEventMap[Name]));
  return events;
}

/** What a promise was rejected with. */
export const failure = (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => undefined,
    (error) => error,
  );

/** No file is really saved; the links that would have saved one are collected. */
export function downloads(): HTMLAnchorElement[] {
  const links: HTMLAnchorElement[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this);
  });
  return links;
}
