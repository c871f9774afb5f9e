import { fixture, html } from '@open-wc/testing';
import * as lit from 'lit';
import type { Progress } from '../../../src/cache/store/entry.js';
import * as craft from '../../../src/element/panels/craft/craft.js';
import { mount, type ViewerInput } from '../../../src/element/panels/viewer/viewer.js';
import type { Door } from '../../../src/element/panels/viewer/working.js';
import { formSheet } from '../../../src/element/styles/form-sheet.js';
import { sheet } from '../../../src/element/styles/sheet.js';
import { voice as speak } from '../../../src/element/texts/voice.js';
import type { PatternResult } from '../../../src/providers/provider.js';
import { soon } from './soon.js';

export { soon };

const INK: Record<string, string> = { Rose: '#d04060', Sage: '#709070', Navy: '#203060' };
export const run = (count: number, color: string) => ({ color, hex: INK[color]!, count });

/** Twelve columns, ten rows; each of three runs. */
export const result = (more: Partial<PatternResult> = {}): PatternResult => ({
  provider: 'pixcraft',
  niche: 'crossstitch',
  columns: 12,
  rows: 10,
  materials: Object.entries(INK).map(([name, hex], at) => ({
    id: `D${at}`,
    name,
    hex,
    quantity: [50, 40, 30][at]!,
    percentage: 33,
  })),
  guide: Array.from({ length: 10 }, () => ({ runs: [run(5, 'Rose'), run(4, 'Sage'), run(3, 'Navy')] })),
  direction: 'rows',
  raw: {},
  ...more,
});

/** A store of one design for any number of viewers, as those of a page and of other tabs share it. */
export class Shelf {
  kept?: Progress;
  saves = 0;
  /** Whether what is saved is really stored. */
  takes = true;
  readonly #heard = new Set<() => void>();
  tell(): void {
    for (const fn of this.#heard) fn();
  }
  open(): Door {
    let mine = () => {};
    return {
      progress: async () => this.kept,
      saveProgress: async (change) => {
        this.kept = change(this.kept);
        this.saves++;
        for (const fn of this.#heard) if (fn !== mine) fn();
        return this.takes;
      },
      onProgress: (fn) => {
        this.#heard.add((mine = fn));
        return () => void this.#heard.delete(fn);
      },
    };
  }
}

/** Without a wait for the chart, which there may not be. */
export async function mountOnly(more: Partial<ViewerInput> = {}) {
  const host = await fixture<HTMLElement>(html`<div style="width: 600px"></div>`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet.styleSheet!, formSheet.styleSheet!];
  const container = root.appendChild(document.createElement('div'));
  const view = mount(container, { result: result(), lang: 'en', speak, craft: async () => craft, ...more }, lit);
  const parts = (name: string) => [...root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  const part = (name: string) => {
    const [found] = parts(name);
    if (!found) throw new Error(`There is no part "${name}"`);
    return found;
  };
  const press = (key: string, more: KeyboardEventInit = {}) =>
    part('canvas').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  const work = async () => {
    part('work-button').click();
    await soon(() => parts('done-button').length, 'the bar is there');
  };
  const walk = async () => {
    part('canvas').focus();
    await soon(() => part('readout').textContent!.includes('Arrow'), 'the keys are told');
  };
  return { host, root, view, parts, part, press, work, walk };
}

export async function show(more: Partial<ViewerInput> = {}) {
  const shown = await mountOnly(more);
  await soon(() => shown.parts('canvas').length, 'the chart is there');
  // It has been measured and drawn, as before anybody can press anything.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return shown;
}
