import { expect as chaiExpect, fixture, html } from '@open-wc/testing';
import * as lit from 'lit';
import type { Direction, PatternResult, Run } from '../../src/providers/provider.js';
import { formSheet } from '../../src/element/styles/form-sheet.js';
import { sheet } from '../../src/element/styles/sheet.js';
import { voice as speak } from '../../src/element/texts/voice.js';
import { es } from '../../src/element/texts/locales/es.js';
import { rgbOf } from '../../src/element/panels/viewer/plan/pictures.js';
import { mount } from '../../src/element/panels/viewer/viewer.js';
import { soon } from './support/soon.js';

const INK = { R: '#ff0000', G: '#00ff00', B: '#0000ff', W: '#ffffff' };
type Ink = keyof typeof INK;
const run = (count: number, ink: Ink): Run => ({ color: ink, hex: INK[ink], count });
const expected = ['RRG', 'WBB'];

/** The same 3 × 2 picture, told in each direction. */
const GUIDES: Record<Direction, Run[][]> = {
  rows: [
    [run(2, 'R'), run(1, 'G')],
    [run(1, 'W'), run(2, 'B')],
  ],
  columns: [
    [run(1, 'R'), run(1, 'W')],
    [run(1, 'R'), run(1, 'B')],
    [run(1, 'G'), run(1, 'B')],
  ],
  'bottom-up': [
    [run(1, 'W'), run(2, 'B')],
    [run(2, 'R'), run(1, 'G')],
  ],
};

const result = (direction: Direction = 'rows', more: Partial<PatternResult> = {}): PatternResult => ({
  provider: 'pixcraft',
  niche: 'crossstitch',
  columns: 3,
  rows: 2,
  totalUnits: 6,
  materials: (Object.keys(INK) as Ink[]).map((name) => ({ id: 'T-' + name, name, hex: INK[name], quantity: 1, percentage: 25 })),
  guide: GUIDES[direction].map((runs) => ({ runs })),
  direction,
  difficulty: 'easy',
  raw: {},
  ...more,
});

async function show(it: PatternResult, lang = 'en', strings?: Record<string, string>) {
  const host = await fixture<HTMLElement>(html`<div style="width: 600px"></div>`);
  const root = host.attachShadow({ mode: 'open' });
  // The viewer leaves buttons and colours to the element around it.
  root.adoptedStyleSheets = [sheet.styleSheet!, formSheet.styleSheet!];
  const container = root.appendChild(document.createElement('div'));
  const view = mount(container, { result: it, lang, strings, speak }, lit);
  const part = (name: string) => [...root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  // The guide is read in slices; then there is work to do, or nothing to be done.
  if (it.guide.length) await soon(() => part('work').length > 0, 'the guide is read');
  return { host, root, container, view, part };
}

/** The colour in the middle of a cell, looked up where the biggest patch of exactly that colour lies. */
function colours(canvas: HTMLCanvasElement): Map<string, { x: number; y: number; count: number }> {
  const { data, width } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const found = new Map<string, { x: number; y: number; count: number }>();
  for (let at = 0; at < data.length; at += 4) {
    const ink = (Object.keys(INK) as Ink[]).find(
      (name) =>
        INK[name] === '#' + [0, 1, 2].map((i) => data[at + i]!.toString(16).padStart(2, '0')).join('') && data[at + 3] === 255,
    );
    if (!ink) continue;
    const spot = found.get(ink) ?? { x: 0, y: 0, count: 0 };
    const pixel = at / 4;
    found.set(ink, { x: spot.x + (pixel % width), y: spot.y + Math.floor(pixel / width), count: spot.count + 1 });
  }
  return new Map([...found].map(([ink, { x, y, count }]) => [ink, { x: x / count, y: y / count, count }]));
}

const pair = <Each>(at: (by: number) => Each): [Each, Each] => [at(0), at(1)];

for (const direction of ['rows', 'columns', 'bottom-up'] as const)
  it(`draws the guide told by ${direction} as ${expected.join(' over ')}`, async () => {
    const { part } = await show(result(direction));
    const canvas = part('canvas')[0] as HTMLCanvasElement;
    part('look')[0]!.click();
    // All of it, and once only: R fills twice as many cells as G.
    await soon(() => {
      const drawn = canvas.width > 0 && colours(canvas);
      return drawn && drawn.size === 4 && drawn.get('R')!.count / drawn.get('G')!.count > 1.3;
    }, 'the canvas is drawn');
    const { R, G, B, W } = Object.fromEntries(colours(canvas)) as Record<Ink, { x: number; y: number; count: number }>;
    expect(R.y).toBeLessThan(B.y);
    expect(G.y).toBeLessThan(W.y);
    expect(R.x).toBeLessThan(G.x);
    expect(W.x).toBeLessThan(B.x);
  });

it('draws no picture where the guide does not add up, and keeps materials and steps', async () => {
  const broken = result('rows', { guide: [{ runs: [run(2, 'R')] }, { runs: [run(3, 'B')] }] });
  const { part } = await show(broken);
  expect(part('canvas')).toHaveLength(0);
  expect(
    part('note')
      .map(({ textContent }) => textContent)
      .join(),
  ).toContain('does not match the grid');
  expect(part('material')).toHaveLength(4);
  expect(part('step')).toHaveLength(2);
});

it('lists every material with its number, and every step', async () => {
  const { part } = await show(result('bottom-up'));
  expect(part('material').map((entry) => entry.textContent)).toEqual(expect.arrayContaining([expect.stringContaining('T-R')]));
  expect(part('swatch').length).toBeGreaterThanOrEqual(4);
  expect(part('step')).toHaveLength(2);
  expect(part('step').filter((step) => step.getAttribute('aria-current') === 'step')).toHaveLength(1);
});

it('a chosen material stands out, and lets go again', async () => {
  const { root } = await show(result());
  const button = root.querySelector<HTMLElement>('[part~="material"] button, button[part~="material"]')!;
  button.click();
  expect(button.getAttribute('aria-pressed')).toBe('true');
  button.click();
  expect(button.getAttribute('aria-pressed')).toBe('false');
});

it('shows names as text, whatever is in them, and survives a colour that is none', async () => {
  const hostile = '<img src=x onerror="window.owned = true">';
  const materials = [{ name: hostile, hex: 'url(javascript:1)', quantity: 6, percentage: 100 }];
  const guide = [1, 2].map(() => ({ runs: [{ color: hostile, hex: 'red;}', count: 3 }] }));
  const { root } = await show(result('rows', { materials, guide }));
  expect(root.querySelector('img')).toBeNull();
  expect(root.textContent).toContain(hostile);
});

it('shows the picture of an API that makes pictures no wider than there is room, and gives its address back', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
  const image = await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!)));
  const { part, view } = await show({ provider: 'picsart', materials: [], guide: [], raw: {}, image });
  const picture = part('picture')[0] as HTMLImageElement;
  await picture.decode();
  expect([picture.naturalWidth, picture.naturalHeight]).toEqual([4000, 3000]);
  expect(picture.clientWidth).toBe(picture.parentElement!.clientWidth);
  view.unmount();
  expect(revoke).toHaveBeenCalledWith(picture.src);
  revoke.mockRestore();
});

it('speaks Spanish', async () => {
  const { root } = await show(result(), 'es-MX', es);
  expect(root.textContent).toContain('Materiales');
});

it('speaks another language as soon as it is told to', async () => {
  const { root, view } = await show(result());
  view.update({ result: result(), lang: 'es', speak, strings: es });
  expect(root.textContent).toContain('Materiales');
  expect(root.textContent).not.toContain('Materials');
});

it('takes everything away again', async () => {
  const { container, view } = await show(result());
  view.unmount();
  expect(container.childNodes).toHaveLength(0);
  expect(() => view.update({ result: result(), lang: 'en', speak })).not.toThrow();
  expect(container.childNodes).toHaveLength(0);
});

it('mounted again and again it brings its style once', async () => {
  const { root, container, view } = await show(result());
  const sheets = [...root.adoptedStyleSheets];
  view.unmount();
  mount(container, { result: result(), lang: 'en', speak }, lit);
  expect(root.adoptedStyleSheets.length).toBe(sheets.length);
  sheets.forEach((each, at) => expect(root.adoptedStyleSheets[at]).toBe(each));
});

for (const [look, style] of Object.entries({
  light: 'color-scheme: light',
  dark: 'color-scheme: dark; background: #1d1a17',
  rtl: 'direction: rtl',
}))
  it(`is accessible: ${look}`, async () => {
    const { host } = await show(
      result('columns', { colorSummary: [{ color: 'R', hex: '#ff0000', positions: [{ row: 1, columns: '1-2' }] }] }),
    );
    host.setAttribute('style', 'width: 600px; ' + style);
    await chaiExpect(host).to.be.accessible();
  });

it('shows another result in place of the first, which it was still reading', async () => {
  const { part, view } = await show(result());
  const many = Array.from({ length: 400 }, () => ({ runs: Array.from({ length: 400 }, () => run(1, 'R')) }));
  view.update({ result: result('rows', { columns: 400, rows: 400, guide: many }), lang: 'en', speak });
  view.update({ result: result('columns'), lang: 'en', speak });
  await soon(() => part('current-label')[0]?.textContent === 'Column 1', 'the last result is there');
  expect(part('canvas')).toHaveLength(1);
});

describe('language and direction', () => {
  it('change while it is open', async () => {
    const { host, part, view } = await show(result());
    const texts = { viewerMaterials: 'Fils' };
    view.update({ result: result(), lang: 'fr', speak, strings: texts });
    expect(part('title')[0]!.textContent).toBe('Fils');
    host.dir = 'rtl';
    view.update({ result: result(), lang: 'ar', speak, strings: texts, dir: 'rtl' });
    expect(getComputedStyle(part('material-button')[0]!).direction).toBe('rtl');
  });

  it('the chart, its runs and their arrow go from left to right whatever the page does', async () => {
    const { host, part } = await show(result());
    host.dir = 'rtl';
    for (const name of ['runs', 'canvas']) expect(getComputedStyle(part(name)[0]!).direction).toBe('ltr');
    const [first, second] = part('run').map((each) => each.getBoundingClientRect().left) as [number, number];
    expect(first).toBeLessThan(second);
    expect(part('runs')[0]!.textContent).toContain('→');
  });
});

describe('the chart', () => {
  const cellSize = (canvas: HTMLElement) => canvas.getBoundingClientRect();

  it('has the shape of its units, whatever the craft is called', async () => {
    const guide = Array.from({ length: 9 }, () => ({ runs: [run(3, 'R')] }));
    const { part, view } = await show(result('rows', { rows: 9, guide }));
    const proportion = () => {
      const [canvas] = part('canvas');
      const [across, down] = canvas ? getComputedStyle(canvas).aspectRatio.split('/').map(Number) : [];
      return across! / down!;
    };
    expect(proportion()).toBeCloseTo(3 / 9);
    view.update({
      result: { ...result('rows', { rows: 9, guide }), unit: { width: 1.5, height: 2 } } as PatternResult,
      lang: 'en',
      speak,
    });
    await soon(() => proportion() < 0.3, 'the new shape is there');
    expect(proportion()).toBeCloseTo(3 / 12);
  });

  it.each([
    ['a banner', 300, 10],
    ['a column', 10, 300],
  ])('is never lower than twelve lines of text, nor higher than the window: %s', async (_, columns, rows) => {
    const guide = Array.from({ length: rows }, () => ({ runs: [run(columns, 'R')] }));
    const { part } = await show(result('rows', { columns, rows, guide }));
    const { height } = cellSize(part('canvas')[0]!);
    expect(height).toBeGreaterThanOrEqual(12 * 0.72 * 16 - 1);
    expect(height).toBeLessThanOrEqual(innerHeight);
  });

  it('has a symbol in each cell that is large enough, and none in small ones or where none are wanted', async () => {
    const guide = Array.from({ length: 4 }, () => ({ runs: [run(4, 'R')] }));
    const { part } = await show(result('rows', { columns: 4, rows: 4, guide }));
    const canvas = part('canvas')[0] as HTMLCanvasElement;
    const ink = () => {
      const { data } = canvas
        .getContext('2d')!
        .getImageData(canvas.width / 4, canvas.height / 4, canvas.width / 2, canvas.height / 2);
      let black = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at]! + data[at + 1]! + data[at + 2]! < 60 && data[at + 3] === 255) black++;
      return black;
    };
    await soon(() => canvas.width > 0 && ink() > 100, 'symbols are drawn');
    const look = (at: number) => part('look')[at]!.click();
    const withSymbols = ink();
    look(0);
    await soon(() => ink() < withSymbols / 4, 'colours alone');
    look(2);
    await soon(() => !colours(canvas).has('R'), 'symbols alone');
  });

  for (const direction of ['rows', 'columns', 'bottom-up'] as const)
    it(`has a bold line each ten and the current line marked beside the cells, never on them: ${direction}`, async () => {
      const side = 24;
      const guide = Array.from({ length: side }, () => ({ runs: [run(6, 'R'), run(side - 6, 'B')] }));
      const { part } = await show(result(direction, { columns: side, rows: side, guide, totalUnits: side * side }));
      const canvas = part('canvas')[0] as HTMLCanvasElement;
      part('look')[0]!.click();
      part('next')[0]!.click();
      part('next')[0]!.click();
      const accent = rgbOf(getComputedStyle(canvas).caretColor);
      const seen = () => {
        const { data, width, height } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        const rgb = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
        const isAccent = (x: number, y: number) => rgb(x, y).every((value, at) => Math.abs(value - accent[at]!) < 3);
        // The cells are between the first and the last pixel of exactly their colours, but for the thin line before the first. What is
        // as good as transparent, at the edges of the numbers, may have any colour.
        const xs: number[] = [];
        const ys: number[] = [];
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++)
            if (data[(y * width + x) * 4 + 3] === 255 && ['255,0,0', '0,0,255'].includes(rgb(x, y).join())) {
              xs.push(x);
              ys.push(y);
            }
        const ends = (all: number[]) =>
          [all.reduce((a, b) => Math.min(a, b)) - 1, all.reduce((a, b) => Math.max(a, b)) + 1] as const;
        const [[x0, x1], [y0, y1]] = [ends(xs), ends(ys)];
        const [w, h] = [(x1 - x0) / side, (y1 - y0) / side];
        const middle = (from: number, size: number, at: number) => Math.round(from + (at + 0.5) * size);
        const lines = Array.from({ length: side }, (_, at) => at);
        const isBold = (one: number[], other: number[]) => Math.max(...one) < 130 && Math.min(...other) > 200;
        const among = (from: number, to: number, is: (at: number) => boolean) => {
          for (let at = from; at < to; at++) if (is(at)) return true;
          return false;
        };
        const onCells = among(y0, y1, (y) => among(x0, x1, (x) => isAccent(x, y)));
        return {
          onCells,
          // Before these columns and rows, counted from the top left.
          boldColumns: lines.filter((at) =>
            lines.every((row) => isBold(...pair((by) => rgb(x0 + at * w + by, middle(y0, h, row))))),
          ),
          boldRows: lines.filter((at) =>
            lines.every((column) => isBold(...pair((by) => rgb(middle(x0, w, column), y0 + at * h + by)))),
          ),
          // Their number, and the bars at both ends.
          markedRows: lines.filter(
            (row) =>
              among(0, x0 - 6, (x) => isAccent(x, middle(y0, h, row))) &&
              among(x0 - 6, x0, (x) => isAccent(x, middle(y0, h, row))) &&
              among(x1, x1 + 6, (x) => isAccent(x, middle(y0, h, row))),
          ),
          markedColumns: lines.filter(
            (column) =>
              among(0, y0 - 6, (y) => isAccent(middle(x0, w, column), y)) &&
              among(y0 - 6, y0, (y) => isAccent(middle(x0, w, column), y)) &&
              among(y1, y1 + 6, (y) => isAccent(middle(x0, w, column), y)),
          ),
        };
      };
      const marked = { rows: [2], columns: [], 'bottom-up': [side - 3] }[direction];
      await soon(() => canvas.width > 0 && colours(canvas).size > 0, 'the canvas is drawn');
      const wanted = {
        onCells: false,
        boldColumns: [10, 20],
        boldRows: direction === 'bottom-up' ? [4, 14] : [10, 20],
        markedRows: marked,
        markedColumns: direction === 'columns' ? [2] : [],
      };
      await soon(() => JSON.stringify(seen()) === JSON.stringify(wanted), 'it is drawn').catch(() => {});
      expect(seen()).toEqual(wanted);
    });

  it('is printed whole and dark on white, whatever is in view on a dark page, and looks as before afterwards', async () => {
    const { host, part } = await show(result());
    host.style.colorScheme = 'dark';
    const canvas = part('canvas')[0] as HTMLCanvasElement;
    // The numbers along its upper edge: how light the lightest of their pixels is.
    const light = () => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, 12);
      return data.reduce((most, value, at) => (at % 4 || data[at + 3]! < 200 ? most : Math.max(most, value)), 0);
    };
    await soon(() => canvas.width > 0 && light() > 140, 'the canvas is dark');
    for (let press = 0; press < 4; press++) part('zoom-in')[0]!.click();
    await soon(() => colours(canvas).size < 4, 'the canvas shows a part');
    const before = [...colours(canvas).keys()];
    dispatchEvent(new Event('beforeprint'));
    expect(light()).toBeLessThan(130);
    expect(colours(canvas).size).toBe(4);
    dispatchEvent(new Event('afterprint'));
    expect(light()).toBeGreaterThan(140);
    expect([...colours(canvas).keys()]).toEqual(before);
    // The next time something else is in view; and a browser that shows a preview may say it twice.
    for (let press = 0; press < 2; press++) part('zoom-out')[0]!.click();
    await soon(() => [...colours(canvas).keys()].join() !== before.join(), 'more is in view');
    const then = colours(canvas).get('R')?.count;
    for (const type of ['beforeprint', 'beforeprint', 'afterprint', 'afterprint']) dispatchEvent(new Event(type));
    expect(colours(canvas).get('R')?.count).toEqual(then);
  });

  it('shows one colour alone after a press, not for a passing pointer or the focus', async () => {
    const { part } = await show(result());
    const canvas = part('canvas')[0] as HTMLCanvasElement;
    await soon(() => canvas.width > 0 && colours(canvas).size === 4, 'the canvas is drawn');
    const [, second] = part('material-button');
    second!.dispatchEvent(new PointerEvent('pointerenter'));
    second!.focus();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(colours(canvas).size).toBe(4);
    second!.click();
    await soon(() => colours(canvas).size < 4, 'the others fade');
    expect(colours(canvas).has('G')).toBe(true);
    expect(colours(canvas).has('B')).toBe(false);
  });
});

describe('huge answers', () => {
  const count = (root: ParentNode) => root.querySelectorAll('*').length;

  it('a million cells need no more pixels than a screen has, and their rows are written when they are looked at', async () => {
    const guide = Array.from({ length: 1000 }, () => ({ runs: [run(1000, 'R')] }));
    const { part } = await show(result('rows', { columns: 1000, rows: 1000, guide }));
    const canvas = part('canvas')[0] as HTMLCanvasElement;
    await soon(() => canvas.width > 300, 'the canvas has its size');
    expect(canvas.width * canvas.height).toBeLessThanOrEqual(16e6);
    expect(part('step').length).toBeLessThan(200);
    part('guide-text')[0]!.setAttribute('open', '');
    part('guide')[0]!.scrollIntoView();
    part('guide')[0]!.scrollTop = 1e6;
    await soon(() => part('step').some((step) => step.textContent!.includes('Row 1,000')), 'the last row is written');
    expect(part('step').length).toBeLessThan(400);
  });

  it('a line of many runs takes no more height than one of few', async () => {
    const guide = [1, 2].map(() => ({ runs: Array.from({ length: 200 }, (_, at) => run(1, at % 2 ? 'R' : 'G')) }));
    const { part } = await show(result('rows', { columns: 200, guide }));
    expect(part('unseen').length).toBeGreaterThan(0);
    expect(part('runs')[0]!.offsetHeight).toBeLessThan(200);
  });

  it('a line of a million runs, and a hundred thousand materials, are shown as far as they are looked at', async () => {
    const runs = Array.from({ length: 1e6 }, (_, at) => run(1, at % 2 ? 'R' : 'G'));
    const materials = Array.from({ length: 1e5 }, (_, at) => ({
      name: `Thread ${at}`,
      hex: '#123456',
      quantity: 1,
      percentage: 0,
    }));
    const { root, part } = await show(result('rows', { columns: 1e6, rows: 1, guide: [{ runs }], materials }));
    expect(part('material').length).toBeLessThanOrEqual(200);
    expect(part('run').length).toBeLessThanOrEqual(200);
    expect(count(root)).toBeLessThan(8000);
    part('next')[0]!.click();
    part('materials')[0]!.scrollIntoView();
    part('materials')[0]!.scrollTop = 1e9;
    await soon(() => part('material').some((each) => each.textContent!.includes('Thread 99999')), 'the last material is there');
    expect(part('step')[0]!.textContent!.length).toBeLessThan(20_000);
  });
});
