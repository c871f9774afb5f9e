import { finish } from '../../../src/core/slices.js';
import { createPattern } from '../../../src/engine/index.js';
import { Drafter, type DraftWish } from '../../../src/studio/drafter.js';
import { goldenCatalogue, goldenHash, goldenOptions, hashPattern, makePicture } from '../engine/golden.js';

const { columns, rows, maxColors, direction } = goldenOptions;
const wish: DraftWish = { columns, rows, maxColors, direction, exact: true };
const drafter = () => {
  const made = new Drafter();
  made.use(goldenCatalogue);
  return made;
};
const idsOf = ({ cells, materials }: Pick<ReturnType<typeof createPattern>, 'cells' | 'materials'>) =>
  Array.from(cells, (cell) => materials[cell]!.id);
const share = (one: string[], other: string[]) => one.filter((id, cell) => id === other[cell]).length / one.length;

describe('a draft', () => {
  it('that is exact is what the engine makes, to the cell', () => {
    const draft = finish(drafter().draft(makePicture(), wish));
    const pattern = createPattern(makePicture(), goldenOptions);
    expect(hashPattern({ ...pattern, ...draft })).toBe(goldenHash);
    expect(draft.materials).toEqual(pattern.materials);
    expect(draft.difficulty).toBe(pattern.difficulty);
  });

  it('is exact whatever was drafted before', () => {
    const made = drafter();
    const pixels = makePicture();
    for (const before of [
      { ...wish, exact: false },
      { ...wish, columns: 30, rows: 20, exact: false },
      { ...wish, maxColors: 5, exact: false },
      { ...wish, maxColors: 5 },
      { ...wish, columns: 30, rows: 20 },
    ]) {
      finish(made.draft(pixels, before));
      expect(hashPattern({ ...createPattern(pixels, goldenOptions), ...finish(made.draft(pixels, wish)) })).toBe(goldenHash);
    }
    finish(made.draft(makePicture(90, 60, 9), { ...wish, exact: false }));
    expect(hashPattern({ ...createPattern(pixels, goldenOptions), ...finish(made.draft(pixels, wish)) })).toBe(goldenHash);
  });

  it('in a hurry looks much the same, in as many colours', () => {
    const quick = finish(drafter().draft(makePicture(), { ...wish, exact: false }));
    const exact = createPattern(makePicture(), goldenOptions);
    expect(quick.materials.length).toBeLessThanOrEqual(maxColors!);
    expect(share(idsOf(quick), idsOf(exact))).toBeGreaterThan(0.7);
  });

  it('keeps its colours while only the size changes', () => {
    const made = drafter();
    const pixels = makePicture();
    const idsIn = (size: Partial<DraftWish>) =>
      new Set(finish(made.draft(pixels, { ...wish, exact: false, ...size })).materials.map(({ id }) => id));
    const before = idsIn({});
    for (const id of idsIn({ columns: 40, rows: 30 })) expect(before.has(id)).toBe(true);
    expect(idsIn({ maxColors: 3 }).size).toBeLessThanOrEqual(3);
  });

  it('of other colours begins anew', () => {
    const made = drafter();
    const pixels = makePicture();
    finish(made.draft(pixels, wish));
    made.use(goldenCatalogue.slice(0, 4));
    expect(finish(made.draft(pixels, wish)).materials.length).toBeLessThanOrEqual(4);
  });
});
