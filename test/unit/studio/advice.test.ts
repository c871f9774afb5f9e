import fc from 'fast-check';
import { colorsFor, colorsOf } from '../../../src/studio/catalogue.js';
import { estimate } from '../../../src/chart/estimates.js';
import { gridOf } from '../../../src/studio/size.js';
import { MANY, warningsFor, type Plan } from '../../../src/studio/warnings.js';

const plan: Plan = {
  picture: { width: 3000, height: 2000 },
  whole: { width: 3000, height: 2000 },
  size: { width: 30, height: 20 },
  unit: { width: 0.18, height: 0.18 },
  least: { width: 10, height: 10 },
  most: { width: 1000, height: 1000 },
  lost: 0,
  mayResize: true,
};
const kinds = (change: Partial<Plan>) => warningsFor({ ...plan, ...change }).map(({ kind }) => kind);

describe('warnings', () => {
  it('a good plan needs none', () => expect(kinds({})).toEqual([]));

  it('a picture with fewer pixels than the grid can use, and the largest size that still looks good', () => {
    const [warning] = warningsFor({ ...plan, picture: { width: 120, height: 80 } });
    expect(warning).toEqual({ kind: 'coarse', fix: { width: 21.6, height: 14.4 } });
    expect(kinds({ picture: { width: 120, height: 80 }, size: warning!.fix })).toEqual([]);
  });

  it('where no size would do, or the page has set it, there is a word but no fix', () => {
    expect(warningsFor({ ...plan, picture: { width: 12, height: 8 } })).toEqual([{ kind: 'coarse' }]);
    expect(warningsFor({ ...plan, picture: { width: 120, height: 80 }, mayResize: false })).toEqual([{ kind: 'coarse' }]);
  });

  it('proportions that cut the picture, and a height that keeps it whole', () => {
    const portrait = { width: 2000, height: 3000 };
    expect(warningsFor({ ...plan, picture: { width: 2000, height: 1333 }, whole: portrait, lost: 0.55 })).toEqual([
      { kind: 'cut', fix: { width: 30, height: 45 } },
    ]);
  });

  it('a strip that the API would cut: as large as it has to be to stay whole, where it takes such a size', () => {
    const strip = { width: 5000, height: 1000 };
    expect(
      warningsFor({ ...plan, picture: { width: 3000, height: 1000 }, whole: strip, size: { width: 30, height: 10 }, lost: 0.4 }),
    ).toEqual([{ kind: 'cut', fix: { width: 50, height: 10 } }]);
    const ribbon = { width: 20_000, height: 20 };
    expect(
      warningsFor({ ...plan, picture: { width: 60, height: 20 }, whole: ribbon, size: { width: 30, height: 10 }, lost: 0.99 }),
    ).toEqual([{ kind: 'coarse' }, { kind: 'cut' }]);
  });

  it('more pieces than anybody wants to set', () => {
    const [warning] = warningsFor({ ...plan, size: { width: 120, height: 80 } });
    expect(warning!.kind).toBe('many');
    const { columns, rows } = gridOf(warning!.fix!, plan.unit);
    expect(columns * rows).toBeLessThanOrEqual(MANY);
    expect(columns * rows).toBeGreaterThan(MANY * 0.97);
  });

  it('every fix puts right what it is for', () => {
    const side = fc.integer({ min: 20, max: 4000 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 100, max: 9000 }), fc.integer({ min: 100, max: 9000 }), (width, height, w, h) => {
        const some = { ...plan, picture: { width, height }, whole: { width, height }, size: { width: w / 10, height: h / 10 } };
        for (const { kind, fix } of warningsFor(some)) {
          if (!fix) continue;
          expect(Math.min(fix.width, fix.height)).toBeGreaterThanOrEqual(10);
          expect(warningsFor({ ...some, size: fix }).map((one) => one.kind)).not.toContain(kind);
        }
      }),
    );
  });
});

describe('estimates', () => {
  const piece = {
    columns: 166,
    rows: 111,
    unit: { width: 0.1814, height: 0.1814 },
    materials: [{ quantity: 18_000 }, { quantity: 426 }],
  };

  it('cross stitch: hours, cloth with its margin, skeins colour by colour', () => {
    const { hours, cut, packs } = estimate({ niche: 'crossstitch', ...piece })!;
    expect(hours).toBeCloseTo(153.55, 1);
    expect(cut!.width).toBeCloseTo(166 * 0.1814 + 15);
    // About 1,800 crosses from a skein on cloth of 14 to the inch.
    expect(packs).toEqual({ name: 'skeins', count: 10 + 1 });
  });

  it('finer cloth takes less thread', () => {
    const fine = estimate({ niche: 'crossstitch', ...piece, unit: { width: 0.1155, height: 0.1155 } })!;
    expect(fine.packs!.count).toBeLessThan(11);
  });

  it('a craft that is not known here has none, whatever its name', () => {
    for (const niche of [undefined, 'weaving', 'constructor', '__proto__']) expect(estimate({ niche, ...piece })).toBeUndefined();
    expect(estimate({ niche: 'mosaic', ...piece })).toEqual({ hours: 153.55 });
  });
});

describe('the colours of a draft', () => {
  const color = (name: string, hex: string, id?: string) => ({ id, name, hex });
  const told = {
    all: [color('Red', '#ff0000', 'r')],
    byNiche: { beads: [color('Blue', '#0000ff'), color('Sky', '#0000ff')] },
    custom: [color('Own', '#123456')],
  };

  it('are those of the craft, else all, else the customer’s own where these are wanted', () => {
    expect(colorsFor(told, { niche: 'beads' }).map(({ name }) => name)).toEqual(['Blue', 'Sky']);
    expect(colorsFor(told, { niche: 'lego' }).map(({ id }) => id)).toEqual(['r']);
    expect(colorsFor(told, { niche: 'beads', colorCatalog: 'custom' }).map(({ name }) => name)).toEqual(['Own']);
    expect(colorsFor(undefined, {})).toEqual([]);
  });

  it('each have an id of their own, as the engine wants it', () => {
    const ids = colorsFor(told, { niche: 'beads' }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('are the picture’s where nothing is told, the most frequent first', () => {
    const data = Uint8ClampedArray.from([...Array(9).fill([250, 0, 0, 255]), [0, 0, 250, 255]].flat());
    expect(colorsOf(data).map(({ hex }) => hex)).toEqual(['#fa0000', '#0000fa']);
    expect(colorsOf(data, 1)).toHaveLength(1);
  });
});
