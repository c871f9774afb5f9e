import { expect as chaiExpect, fixture, html } from '@open-wc/testing';
import * as lit from 'lit';
import type { Summary } from '../../src/cache/store/entry.js';
import type { Looked } from '../../src/generation/kept.js';
import { type HistoryHost, mount } from '../../src/element/panels/history/history.js';
import { formSheet } from '../../src/element/styles/form-sheet.js';
import { sheet } from '../../src/element/styles/sheet.js';
import { de } from '../../src/element/texts/locales/de.js';
import { voice as speak } from '../../src/element/texts/voice.js';
import type { Texts } from '../../src/element/texts/say.js';
import { soon } from './support/soon.js';
import { result } from './support/stage.js';

const item = (key: string, share = 0): Summary => ({
  key,
  account: 'a',
  title: { niche: 'crossstitch', columns: 12, rows: 10 },
  at: Date.UTC(2026, 10, 27),
  used: 1,
  bytes: 1,
  progress: share ? { share, bytes: 1 } : undefined,
});

const strings = { crossstitch: 'Cross stitch' };

async function show(items: Summary[], more: Partial<HistoryHost> = {}, lang = 'en', words: Texts = strings) {
  const names: [string, string][] = [];
  const shown: string[] = [];
  const host: HistoryHost = {
    recall: async (key) => void shown.push(key),
    forget: async () => ({ owed: false }),
    restore: async () => {},
    rename: async (key, name) => !!names.push([key, name]),
    peek: async (): Promise<Looked> => ({ result: result({ totalUnits: 120, difficulty: 'easy' }) }),
    ...more,
  };
  const outer = await fixture<HTMLElement>(html`<div style="width: 600px"></div>`);
  const root = outer.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet.styleSheet!, formSheet.styleSheet!];
  const widget = root.appendChild(document.createElement('div'));
  widget.setAttribute('part', 'widget');
  const container = widget.appendChild(document.createElement('div'));
  container.setAttribute('part', 'history');
  const view = mount(container, { host, items, lang, strings: words, speak }, lit);
  const parts = (name: string) => [...root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  const part = (name: string) => {
    const [found] = parts(name);
    if (!found) throw new Error(`There is no part "${name}"`);
    return found;
  };
  const update = (next: Summary[]) => view.update({ host, items: next, lang, strings: words, speak });
  const write = (at: number, text: string, key = 'Enter') => {
    parts('history-rename')[at]!.click();
    const field = part('history-field') as HTMLInputElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  };
  const called = () => parts('history-name').map(({ textContent }) => textContent);
  return { outer, root, view, parts, part, update, write, called, names, shown };
}

describe('names', () => {
  it('what comes from another tab while one is written waits until it is done', async () => {
    const { root, parts, part, update, called, names } = await show([item('a'), item('b')]);
    parts('history-rename')[0]!.click();
    const field = part('history-field') as HTMLInputElement;
    field.value = 'For my sis';
    update([item('c'), item('a'), item('b')]);
    expect(root.activeElement).toBe(field);
    expect(field.value).toBe('For my sis');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
    expect(called()).toEqual(['Cross stitch', 'For my sis', 'Cross stitch']);
    await soon(() => names.length, 'it is saved');
    expect(names).toEqual([['a', 'For my sis']]);
  });

  it('are written in place, shown at once, and the keyboard is back where it was', async () => {
    const { outer, root, parts, write, called, names } = await show([item('a'), item('b')]);
    await chaiExpect(outer).to.be.accessible();
    write(1, '  Grandma’s pears 🍐 ');
    expect(called()).toEqual(['Cross stitch', 'Grandma’s pears 🍐']);
    await soon(() => names.length, 'it is saved');
    expect(names).toEqual([['b', 'Grandma’s pears 🍐']]);
    expect(parts('history-field')).toHaveLength(0);
    expect(root.activeElement).toBe(parts('history-rename')[1]);
    expect(parts('history-show')[1]!.getAttribute('aria-label')).toContain('Grandma’s pears');
    await chaiExpect(outer).to.be.accessible();
  });

  it('are written where nothing else is read meanwhile', async () => {
    const { parts } = await show([item('a'), item('b')]);
    parts('history-rename')[1]!.click();
    const shown = (name: string) => parts(name).map((each) => getComputedStyle(each).visibility);
    for (const name of ['history-name', 'history-size', 'history-date']) expect(shown(name)).toEqual(['visible', 'hidden']);
  });

  it('Escape keeps the old one and goes no further; an empty one brings back what it is', async () => {
    const { outer, write, called, names, update } = await show([item('a'), item('b')]);
    const heard = vi.fn();
    outer.addEventListener('keydown', heard);
    write(0, 'never', 'Escape');
    expect(heard).not.toHaveBeenCalled();
    expect(called()[0]).toBe('Cross stitch');
    expect(names).toEqual([]);
    update([{ ...item('a'), title: { ...item('a').title, name: 'Mine' } }, item('b')]);
    expect(called()[0]).toBe('Mine');
    write(0, '');
    expect(called()[0]).toBe('Cross stitch');
  });

  it('that are hostile are harmless, and none is long', async () => {
    const { root, write, called, names } = await show([item('a'), item('b')]);
    write(0, '<img src=x onerror=alert(1)>\u202Eevil\u0000');
    await soon(() => names.length, 'it is saved');
    expect(called()[0]).toBe('<img src=x onerror=alert(1)> evil');
    expect(root.querySelector('img')).toBeNull();
    write(0, '🍐'.repeat(500));
    await soon(() => names.length === 2, 'it is saved');
    expect([...names[1]![1]]).toHaveLength(60);
    expect(called()[0]).toBe('🍐'.repeat(60));
  });

  it('that the browser does not store stay shown, and that is said', async () => {
    const { part, parts, write, called, update } = await show([item('a'), item('b')], { rename: async () => false });
    write(0, 'Mine');
    await soon(() => parts('history-owed').length, 'it is said');
    expect(part('history-owed').textContent).toContain('stores nothing');
    update([item('a'), item('b')]);
    expect(called()[0]).toBe('Mine');
  });
});

describe('comparison', () => {
  it('two are chosen, stand side by side with their figures, and a third takes the place of the first', async () => {
    const { outer, root, part, parts, shown } = await show([item('a', 0.25), item('b'), item('c')]);
    part('compare-button').click();
    expect(part('history-told').textContent).toContain('Choose two');
    const press = (at: number) => parts('history-show')[at]!.click();
    press(0);
    press(1);
    await soon(() => root.querySelectorAll('canvas').length === 2, 'both are drawn');
    expect(shown).toEqual([]);
    expect(parts('history-show').map((each) => each.getAttribute('aria-pressed'))).toEqual(['true', 'true', 'false']);
    expect(root.activeElement).toBe(part('comparison'));
    const [first] = parts('compared');
    expect(first!.textContent!.replaceAll(/\s+/g, ' ')).toMatch(
      /Cross stitch Size 12 × 10 ?Pieces 120 ?Colours 3 ?Difficulty Easy ?Done 25% ?Made Nov 27, 2026/,
    );
    await chaiExpect(outer).to.be.accessible();
    press(2);
    await soon(() => root.querySelectorAll('canvas').length === 2, 'the third is drawn');
    expect(parts('history-show').map((each) => each.getAttribute('aria-pressed'))).toEqual(['false', 'true', 'true']);
    part('compare-button').click();
    expect(parts('comparison')).toHaveLength(0);
    press(0);
    expect(shown).toEqual(['a']);
  });

  it('on a phone with letters twice as large no date and no word is broken, and they stand side by side where both have room', async () => {
    const { outer, part, parts } = await show([item('a'), item('b')], {}, 'de', de);
    part('compare-button').click();
    for (const each of parts('history-show')) each.click();
    await soon(() => parts('compared-value').length === 12, 'they are told');
    const lines = (node: Element) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    const broken = () => ['compared-fact', 'compared-value'].flatMap(parts).filter((each) => lines(each) > 1);
    const tops = () => new Set(parts('compared').map((each) => each.getBoundingClientRect().top)).size;
    for (const [width, size, stand] of [
      [375, 32, 2],
      [280, 16, 1],
      [375, 16, 1],
      [600, 32, 1],
    ] as const) {
      outer.style.cssText = `width: ${width}px; --pattern-font-size: ${size}px`;
      expect(broken().map(({ textContent }) => `${textContent} at ${width}, ${size}`)).toEqual([]);
      expect(tops()).toBe(stand);
      expect(part('comparison').scrollWidth).toBeLessThanOrEqual(part('comparison').clientWidth);
    }
  });

  it('in the visitor’s own colours', async () => {
    const looked = { result: result(), progress: { share: 0, variant: { 0: 1 } } };
    const { root, part, parts } = await show([item('a'), item('b')], { peek: async () => looked });
    part('compare-button').click();
    for (const each of parts('history-show')) each.click();
    await soon(() => root.querySelectorAll('canvas').length === 2, 'both are drawn');
    expect(parts('compared')[0]!.textContent!.replaceAll(/\s+/g, ' ')).toContain('Colours 2');
  });

  it('what is gone meanwhile, or cannot be drawn, harms nothing', async () => {
    const { part, parts, update } = await show([item('a'), item('b'), item('c')], {
      peek: async (key) => {
        if (key === 'a') throw new Error('gone');
        return key === 'b' ? undefined : { result: result({ guide: [] }) };
      },
    });
    part('compare-button').click();
    for (const each of parts('history-show').slice(0, 2)) each.click();
    await soon(() => parts('compared').length === 2, 'they are told');
    update([item('b'), item('c')]);
    expect(parts('compared')).toHaveLength(0);
    update([item('b')]);
    expect(parts('compare-button')).toHaveLength(0);
  });

  it('how far one has come is told with each', async () => {
    const { parts } = await show([item('a', 0.5), item('b')]);
    expect(parts('history-share').map(({ textContent }) => textContent)).toEqual(['✓ 50%']);
  });
});
