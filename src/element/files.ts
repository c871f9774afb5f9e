import type { html, nothing, render } from 'lit';

/** What is needed only later comes in files of its own. The script-file build puts src/script/files.ts in the place of this one. */
export const files = {
  making: () => import('../generation/making.js'),
  viewer: () => import('./viewing.js'),
};

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
