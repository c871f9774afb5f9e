import { expect as chaiExpect, fixture, html, waitUntil } from '@open-wc/testing';
import * as lit from 'lit';
import type { Direction, PatternResult, Run } from '../../src/providers/provider.js';
import { sheet } from '../../src/element/styles/sheet.js';
import { es } from '../../src/element/texts/locales/es.js';
import { mount } from '../../src/element/viewer/viewer.js';

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
  root.adoptedStyleSheets = [sheet.styleSheet!];
  const container = root.appendChild(document.createElement('div'));
  const view = mount(container, { result: it, lang, strings }, lit);
  return { host, root, container, view, part: (name: string) => [...root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)] };
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

for (const direction of ['rows', 'columns', 'bottom-up'] as const)
  it(`draws the guide told by ${direction} as ${expected.join(' over ')}`, async () => {
    const { part } = await show(result(direction));
    const canvas = part('canvas')[0] as HTMLCanvasElement;
    await waitUntil(() => canvas.width > 0 && colours(canvas).size === 4, 'the canvas is drawn', { timeout: 5000 });
    const { R, G, B, W } = Object.fromEntries(colours(canvas)) as Record<Ink, { x: number; y: number; count: number }>;
    expect(R.y).toBeLessThan(B.y);
    expect(G.y).toBeLessThan(W.y);
    expect(R.x).toBeLessThan(G.x);
    expect(W.x).toBeLessThan(B.x);
    expect(R.count / G.count).toBeGreaterThan(1.5);
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

it('shows the picture of an API that makes pictures, and gives its address back', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
  const image = await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!)));
  const { part, view } = await show({ provider: 'picsart', materials: [], guide: [], raw: {}, image });
  const picture = part('picture')[0] as HTMLImageElement;
  await picture.decode();
  expect([picture.naturalWidth, picture.naturalHeight]).toEqual([40, 30]);
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
  view.update({ result: result(), lang: 'es', strings: es });
  expect(root.textContent).toContain('Materiales');
  expect(root.textContent).not.toContain('Materials');
});

it('takes everything away again', async () => {
  const { root, container, view } = await show(result());
  expect(root.adoptedStyleSheets.length).toBe(2);
  view.unmount();
  expect(container.childNodes).toHaveLength(0);
  expect(root.adoptedStyleSheets.length).toBe(1);
  expect(root.adoptedStyleSheets[0]).toBe(sheet.styleSheet);
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

it('a million cells need no more pixels than a screen has', async () => {
  const guide = Array.from({ length: 1000 }, () => ({ runs: [run(1000, 'R')] }));
  const { part } = await show(result('rows', { columns: 1000, rows: 1000, guide }));
  const canvas = part('canvas')[0] as HTMLCanvasElement;
  await waitUntil(() => canvas.width > 300, 'the canvas has its size', { timeout: 5000 });
  expect(canvas.width * canvas.height).toBeLessThanOrEqual(16e6);
  expect(part('step')).toHaveLength(1000);
});
