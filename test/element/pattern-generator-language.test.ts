import { aTimeout, fixture, html } from '@open-wc/testing';
import { locales } from '../../src/element/files.js';
import { registerLocale, type PatternGenerator } from '../../src/define.js';
import { part, soon } from './support/widget.js';

// Every language of a test is asked for once only, so each test has one of its own.
const late = vi.hoisted(() => {
  let come!: () => void;
  return { coming: new Promise<void>((resolve) => (come = resolve)), come: () => come() };
});
vi.mock(import('../../src/element/files.js'), async (original) => {
  const { locales, ...rest } = await original();
  const strings = (heading: string) => ({ heading }) as never;
  const es = await locales.es!(); // at once, however slow the machine is
  return {
    ...rest,
    locales: {
      es: () => Promise.resolve(es),
      de: locales.de!,
      fr: () => late.coming.then(() => ({ fr: strings('Plus tard') })),
      it: () => Promise.reject(new Error('gone')),
      ca: vi.fn(() => Promise.resolve({ ca: strings('Fitxer') })),
      pl: vi.fn(() => Promise.resolve({ pl: strings('Plik') })),
    },
  };
});

const headings: string[] = [];
async function widget(lang: string) {
  const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const el = document.createElement('pattern-generator') as PatternGenerator;
  page.append(el);
  headings.length = 0;
  new MutationObserver(() => headings.push(part(el, 'heading')?.textContent ?? '')).observe(el.shadowRoot!, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return { el, heading: () => part(el, 'heading')?.textContent ?? '' };
}

it('nobody sees English where the language comes at once', async () => {
  const { el, heading } = await widget('es-AR');
  await el.updateComplete;
  expect(heading()).toBe('Crea tu propio patrón');
  expect(headings.join()).not.toContain('Make');
});

it('English stands in for a language that is late, and gives way to it', async () => {
  const { el, heading } = await widget('fr');
  await el.updateComplete;
  expect(heading()).toBe('Make your own pattern');
  late.come();
  await soon(() => heading() === 'Plus tard');
});

it('a language that cannot be had is English, without a word', async () => {
  const complain = vi.spyOn(console, 'error');
  const { el, heading } = await widget('it');
  await el.updateComplete;
  await aTimeout(0);
  expect(heading()).toBe('Make your own pattern');
  expect(complain).not.toHaveBeenCalled();
  complain.mockRestore();
});

it('what the page registers goes before what is fetched, and regions before both', async () => {
  registerLocale('ca', { heading: 'De la pàgina' });
  const { el, heading } = await widget('ca');
  await el.updateComplete;
  expect(heading()).toBe('De la pàgina');
  registerLocale('ca-AD', { heading: 'D’Andorra' });
  const other = await widget('ca-AD');
  await other.el.updateComplete;
  expect(other.heading()).toBe('D’Andorra');
  expect(locales.ca).toHaveBeenCalledTimes(1);
});

it('a language that the page brings whole is not fetched', async () => {
  const { en } = await import('../../src/element/texts/locales/en.js');
  registerLocale('pl', en);
  const { el } = await widget('pl');
  await el.updateComplete;
  expect(locales.pl).not.toHaveBeenCalled();
});
