import { expect as chaiExpect } from '@open-wc/testing';
import type { ChartColor } from '../../src/chart/palette.js';
import type { Wardrobe } from '../../src/element/panels/viewer/working.js';
import type { PatternResult } from '../../src/providers/provider.js';
import { mountOnly, result, run, Shelf, show as showStage, soon } from './support/stage.js';

const RUBY = { id: 'R1', name: 'Ruby', hex: '#b01030' };
const SHOP: ChartColor[] = [{ name: 'Snow', hex: '#fafafa' }, RUBY, { id: 'D1', name: 'Sage', hex: '#709070' }];

async function show({ shelf = new Shelf(), shop = SHOP, more = {} as Partial<PatternResult>, lang = 'en' } = {}) {
  const worn: (PatternResult | undefined)[] = [];
  const wardrobe: Wardrobe = { colors: async () => shop, worn: (now) => void worn.push(now) };
  const shown = await showStage({ result: result(more), door: shelf.open(), wardrobe, lang });
  const { part, parts } = shown;
  const tool = (text: string) => parts('tool').find(({ textContent }) => textContent!.includes(text))!;
  const open = async () => {
    tool('Change colours').click();
    await soon(() => parts('recolor').length, 'it is open');
  };
  /** Presses a colour in the list of materials, and then one that comes in its place. */
  const change = async (from: string, to: string) => {
    const named = (name: string, text: string) => parts(name).find(({ textContent }) => textContent!.includes(text))!;
    if (!parts('recolor').length) await open();
    named('material-button', from).click();
    await soon(() => named('recolor-choice', to), `${to} is offered`);
    named('recolor-choice', to).click();
    await soon(() => part('recolor').textContent!.includes(`is now ${to}`), `${from} is ${to}`);
  };
  const names = () =>
    parts('material').map((each) => each.querySelector('[part=name]')!.textContent!.trim().replaceAll(/\s+/g, ' '));
  return { ...shown, shelf, worn, tool, open, change, names };
}

describe('changing colours', () => {
  it('a merge: materials, facts, guide and the chart follow, and it costs nothing', async () => {
    const { host, part, parts, change, names, worn } = await show();
    await change('Sage', 'Rose');
    expect(names()).toEqual(['Rose D0', 'Navy D2']);
    expect(parts('quantity').map(({ textContent }) => textContent)).toEqual(['90', '30']);
    expect(parts('fact-value').map(({ textContent }) => textContent)).toContain('2');
    expect(parts('run').map(({ textContent }) => textContent!.trim().split(/\s+/)[0])).toEqual(['9', '3']);
    expect(part('canvas').ariaLabel ?? part('canvas').getAttribute('aria-label')).toContain('2 colours');
    expect(worn.at(-1)!.materials.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['Rose', 90],
      ['Navy', 30],
    ]);
    expect(worn.at(-1)!.guide[0]!.runs).toEqual([run(9, 'Rose'), run(3, 'Navy')]);
    await chaiExpect(host).to.be.accessible();
  });

  it('a swap for a colour that can be bought: its name, code and hex are everywhere, its symbol stays', async () => {
    const { parts, part, change, names, worn } = await show();
    const symbol = (at: number) =>
      parts('material')
        [at]!.querySelector('[part=symbol]')!
        .innerHTML.replaceAll(/<!--.*?-->/g, '');
    const before = [0, 1, 2].map(symbol);
    await change('Rose', 'Ruby');
    expect(names()).toEqual(['Ruby R1', 'Sage D1', 'Navy D2']);
    expect([0, 1, 2].map(symbol)).toEqual(before);
    expect(part('run-name').textContent).toBe('Ruby');
    expect(worn.at(-1)!.materials[0]).toMatchObject(RUBY);
  });

  it('what is in the pattern is offered to merge with, never to swap for; the nearest comes first; a search finds', async () => {
    const { parts, part, open } = await show();
    await open();
    expect(parts('recolor-choice')).toHaveLength(0);
    parts('material-button')[0]!.click();
    await soon(() => parts('recolor-choice').length === 4, 'all are offered');
    const offered = () => parts('recolor-choice').map(({ textContent }) => textContent!.trim().split(/\s+/)[0]);
    expect(offered()).toEqual(['Sage', 'Navy', 'Ruby', 'Snow']);
    const search = part('search') as HTMLInputElement;
    search.value = 'r1';
    search.dispatchEvent(new Event('input'));
    expect(offered()).toEqual(['Ruby']);
    search.value = 'nothing';
    search.dispatchEvent(new Event('input'));
    expect(part('none-found').textContent).toContain('No such colour');
  });

  it('where the API tells no colours, the pattern’s own are offered', async () => {
    const { parts, open } = await show({ shop: [] });
    await open();
    parts('material-button')[0]!.click();
    expect(parts('recolor-choice')).toHaveLength(2);
    expect(parts('recolor-list')).toHaveLength(1);
  });

  it('one is put back, or all; and the keyboard is never lost', async () => {
    const { root, parts, part, change, names, worn } = await show();
    await change('Rose', 'Ruby');
    await change('Sage', 'Navy');
    expect(names()).toEqual(['Ruby R1', 'Navy D2']);
    const [first] = parts('put-back-button');
    first!.focus();
    first!.click();
    await soon(() => names().length === 2 && names()[0] === 'Rose D0', 'Rose is back');
    part('original-button').focus();
    part('original-button').click();
    await soon(() => names().length === 3, 'all are back');
    expect(worn.at(-1)).toBeUndefined();
    expect(parts('changes')).toHaveLength(0);
    expect((root.activeElement as HTMLElement | null)?.getAttribute('part')).toBe('tool');
  });

  it('is kept with the design, shown again, and told though nothing is open', async () => {
    const shelf = new Shelf();
    const first = await show({ shelf });
    await first.change('Rose', 'Ruby');
    await soon(() => shelf.saves, 'it is written');
    first.view.unmount();
    const again = await show({ shelf });
    await soon(() => again.names()[0] === 'Ruby R1', 'it is shown again');
    expect(again.part('recolored').textContent).toContain('own colours');
    expect(again.worn.at(-1)!.materials[0]).toMatchObject(RUBY);
  });

  it('what is taken along is in the colours that are shown, and its name says so', async () => {
    const saved: { name: string; blob: Promise<Blob> }[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: fetch(this.href).then((answer) => answer.blob()) });
    });
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { parts, change, tool } = await show({
      more: { niche: 'lego' },
      shop: [{ id: 'E1', name: 'Emerald', hex: '#00642e' }],
    });
    await change('Rose', 'Emerald');
    tool('Take along').click();
    await soon(() => parts('take-button').length, 'it is open');
    const take = async (text: string) => {
      const before = saved.length;
      const button = () => parts('take-button').find(({ textContent }) => textContent!.includes(text))!;
      await soon(() => button().getAttribute('aria-disabled') !== 'true', 'nothing else is made');
      button().click();
      await soon(() => saved.length > before, text);
      const { name, blob } = saved.at(-1)!;
      expect(name).toMatch(/^lego-12x10-In-your-own-colours\.(csv|xml|png)$/);
      return blob;
    };
    expect((await (await take('CSV')).text()).split('\r\n')[1]).toBe('"E1","Emerald","#00642e","50"');
    // BrickLink's green; what was there before was its magenta.
    const bricks = await (await take('BrickLink')).text();
    expect(bricks).toContain('<COLOR>6</COLOR><MINQTY>50</MINQTY>');
    expect(bricks).not.toContain('<COLOR>71</COLOR>');
    const picture = await createImageBitmap(await take('477 × 413'));
    const ctx = Object.assign(document.createElement('canvas'), { width: 477, height: 413 }).getContext('2d')!;
    ctx.drawImage(picture, 0, 0);
    expect([...ctx.getImageData(83, 83, 1, 1).data]).toEqual([0, 0x64, 0x2e, 255]);
    const copy = parts('take-button').find(({ textContent }) => textContent!.includes('Copy'))!;
    await soon(() => copy.getAttribute('aria-disabled') !== 'true', 'nothing else is made');
    copy.click();
    await soon(() => write.mock.calls.length, 'it is copied');
    expect(write.mock.calls[0]![0]).toMatch(/^lego 12x10, In your own colours\n☐ 50 × Emerald \(E1\)\n/);
    vi.restoreAllMocks();
  });

  it('the guide in other colours is written for who reads it, and the viewer does not', async () => {
    const { part, change, worn } = await show();
    await change('Rose', 'Ruby');
    const read = vi.fn(() => []);
    Object.defineProperty(worn.at(-1), 'guide', { get: read });
    part('next').click();
    part('material-button').click();
    expect(part('current-label').textContent).toBe('Row 2');
    expect(read).not.toHaveBeenCalled();
  });

  it('among 30,000 colours the nearest still come first, in slices', async () => {
    const shop = Array.from({ length: 30_000 }, (_, at) => ({
      id: `S${at}`,
      name: `Shade ${at}`,
      hex: '#' + (at * 550).toString(16).padStart(6, '0'),
    }));
    const { parts, part, open } = await show({ shop: [...shop, RUBY] });
    await open();
    parts('material-button')[0]!.click();
    const offered = () => parts('recolor-choice').map(({ textContent }) => textContent!.trim().split(/\s{2,}/)[0]!);
    await soon(() => offered().length > 40, 'they are offered');
    expect(offered().slice(0, 2)).toEqual(['Sage D1', 'Navy D2']);
    const search = part('search') as HTMLInputElement;
    for (const text of ['shade', 'ruby']) {
      search.value = text;
      search.dispatchEvent(new Event('input'));
    }
    await soon(() => offered().join() === 'Ruby R1', 'only the last search counts');
  });

  it('two tabs that change different colours at once keep both, and one record holds what is done as well', async () => {
    const shelf = new Shelf();
    const [one, other] = [await show({ shelf }), await show({ shelf })];
    await one.work();
    one.part('done-button').click();
    await Promise.all([one.change('Rose', 'Ruby'), other.change('Sage', 'Snow')]);
    const both = ['Ruby R1', 'Snow', 'Navy D2'].join();
    await soon(() => one.names().join() === both && other.names().join() === both, 'both know of both');
    expect(shelf.kept!.share).toBeCloseTo(5 / 120);
    other.part('original-button').click();
    await soon(() => one.names()[0] === 'Rose D0', 'what is put back is put back in both');
  });

  it('what is done stays done, and what is left is told of the new colours', async () => {
    const { parts, part, work, change } = await show();
    await work();
    part('done-button').click();
    await change('Sage', 'Rose');
    expect(part('share-text').textContent).toBe('4.2%');
    expect(parts('left').map(({ textContent }) => textContent)).toEqual(['85 of 90 left', '30 of 30 left']);
    // The run at hand was the second one, which now is a part of the first.
    expect(part('current-run').textContent).toContain('Rose');
  });

  it('the chart stays where it was looked at', async () => {
    const { parts, part, change, root } = await show();
    part('zoom-in').click();
    part('zoom-in').click();
    await soon(() => part('zoom-out').getAttribute('aria-disabled') === 'false', 'it is larger');
    await change('Rose', 'Ruby');
    expect(part('zoom-out').getAttribute('aria-disabled')).toBe('false');
    expect(parts('minimap')).toHaveLength(1);
    expect(root.querySelectorAll('canvas')).toHaveLength(2);
  });

  it('a storage that takes nothing: it is shown all the same, and said in one sentence', async () => {
    const shelf = new Shelf();
    shelf.takes = false;
    const { part, parts, change, names, work } = await show({ shelf });
    await change('Rose', 'Ruby');
    await soon(() => parts('not-kept').length, 'it is said');
    expect(names()[0]).toBe('Ruby R1');
    await work();
    part('done-button').click();
    await soon(() => part('doing').querySelector('[part=not-kept]'), 'of marks as well');
    shelf.takes = true;
    part('done-button').click();
    await soon(() => !part('doing').querySelector('[part=not-kept]'), 'and not any longer than it is true');
  });

  it('a design that is not kept any more is still shown as it was', async () => {
    const shelf = new Shelf();
    const { change, names } = await show({ shelf });
    await change('Rose', 'Ruby');
    await soon(() => shelf.saves, 'it is written');
    shelf.kept = undefined;
    shelf.tell();
    await change('Sage', 'Snow');
    expect(names()).toEqual(['Ruby R1', 'Snow', 'Navy D2']);
  });

  it.each([
    ['rubbish', 'rubbish'],
    ['colours that are not there', { 0: 77, 9: RUBY }],
    ['a colour that is none', { 0: { name: '<b>x</b>', hex: 'red;} *{display:none' } }],
  ])('a record of %s harms nothing', async (_, variant) => {
    const shelf = new Shelf();
    shelf.kept = { share: 0, variant };
    const { open, names } = await show({ shelf });
    await open();
    expect(names()).toEqual(['Rose D0', 'Sage D1', 'Navy D2']);
  });

  it('a hostile name is a name', async () => {
    const { change, names, root } = await show({ shop: [{ name: '<img src=x onerror=alert(1)>', hex: '#b01030' }] });
    await change('Rose', '<img');
    expect(names()[0]).toBe('<img src=x onerror=alert(1)>');
    expect(root.querySelectorAll('img')).toHaveLength(0);
  });

  it('is not offered where there is no chart', async () => {
    const guide = [{ runs: [run(1, 'Rose')] }];
    const shown = await mountOnly({ result: result({ guide }) });
    await soon(() => shown.parts('note').length, 'it is said that there is no picture');
    expect(shown.parts('tool').map(({ textContent }) => textContent)).not.toContain('Change colours');
  });

  it('a million cells in four hundred thousand runs', async () => {
    const guide = Array.from({ length: 1000 }, () => ({
      runs: Array.from({ length: 400 }, (_, at) => run(at % 2 ? 3 : 2, ['Rose', 'Sage', 'Navy'][at % 3]!)),
    }));
    const { change, names } = await show({ more: { columns: 1000, rows: 1000, guide } });
    await change('Sage', 'Rose');
    expect(names()).toEqual(['Rose D0', 'Navy D2']);
  });
});
