import type { html, nothing, render } from 'lit';
import type { Locale } from './texts/strings.js';

/** What is needed only later comes in files of its own. The script-file build puts src/script/files.ts in the place of this one. */
export const files = {
  making: () => import('../generation/making.js'),
  outcome: () => import('./outcome/outcome.js'),
  keeping: () => import('../generation/keeping.js'),
  picture: () => import('../image/opened.js'),
  viewer: () => import('./panels/viewer/viewer.js'),
  craft: () => import('./panels/craft/craft.js'),
  history: () => import('./panels/history/history.js'),
  studio: () => import('./panels/studio/studio.js'),
  draft: () => import('../studio/draft.js'),
};

export { startWorker } from './start-worker.js';

/** The languages besides English: each file exports its texts under the language's name. */
export const locales: Record<string, () => Promise<Record<string, Locale>>> = {
  ar: () => import('./texts/locales/ar.js'),
  ca: () => import('./texts/locales/ca.js'),
  de: () => import('./texts/locales/de.js'),
  es: () => import('./texts/locales/es.js'),
  fr: () => import('./texts/locales/fr.js'),
  it: () => import('./texts/locales/it.js'),
  ja: () => import('./texts/locales/ja.js'),
  nl: () => import('./texts/locales/nl.js'),
  pl: () => import('./texts/locales/pl.js'),
  pt: () => import('./texts/locales/pt.js'),
};

/** Where the page says that the script files lie; a bundler needs no word. */
export const filesAt = (place?: string): void => void place;

/** Lit as the first file has it: handed to the later ones, so that none carries a second copy. */
export interface Lit {
  html: typeof html;
  nothing: typeof nothing;
  render: typeof render;
}

/** A view that stands on the page. */
export interface Mounted<Input> {
  /** Called for whatever changed: the result, the texts, the language. */
  update(input: Input): void;
  /** Takes everything away again. */
  unmount(): void;
}

/** How every later file shows something in an empty element of the widget. */
export type Mount<Input> = (container: HTMLElement, input: Input, lit: Lit) => Mounted<Input>;
