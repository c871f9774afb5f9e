import fc from 'fast-check';
import { pixcraft } from '../../../src/providers/pixcraft/wire.js';
import { almostPattern, hostile, numbersIn } from './hostile.js';

const size = { cols: 2, rows: 1 };
const material = { id: '310', name: 'Black', hex: '#000000', quantity: 2, percentage: 100 };
const read = (answer: object, parameters = {}) =>
  pixcraft.result({ success: true, dimensions: size, materials: [material], ...answer }, parameters);
const materials = (entry: object) => read({ materials: [entry] }).materials;

it('reads what the documentation shows', () => {
  const answer = {
    success: true,
    niche: 'crossstitch',
    dimensions: { cols: 133, rows: 125, total_units: 16_625 },
    materials: [material],
    assembly_guide: [{ step: 1, direction: 'ltr', runs: [{ color: 'Black', hex: '#000000', count: 2 }] }],
    color_summary: [{ color: 'Black', positions: [] }],
    difficulty: 'hard',
  };
  expect(pixcraft.result(answer, {})).toEqual({
    provider: 'pixcraft',
    niche: 'crossstitch',
    columns: 133,
    rows: 125,
    totalUnits: 16_625,
    materials: [material],
    guide: [{ label: undefined, runs: [{ color: 'Black', hex: '#000000', count: 2 }] }],
    direction: 'rows',
    colorSummary: answer.color_summary,
    difficulty: 'hard',
    raw: answer,
  });
});

it.each<[string, object, object]>([
  ['label', { label: 'Black' }, { name: 'Black' }],
  ['color_name', { color_name: 'Black' }, { name: 'Black' }],
  ['color for the hex', { name: 'Black', color: '#000' }, { name: 'Black', hex: '#000' }],
  ['color_hex before color', { color: 'Black', color_hex: '#000' }, { name: 'Black', hex: '#000' }],
  ['only a hex', { hex: '#000' }, { name: '#000', hex: '#000' }],
  ['count', { count: 3 }, { quantity: 3 }],
  ['units', { units: '3' }, { quantity: 3 }],
  ['percent', { percent: 12.5 }, { percentage: 12.5 }],
  ['code', { code: 'B5200' }, { id: 'B5200' }],
  ['a number for an id', { id: 310 }, { id: '310' }],
  ['null before the other name', { name: null, label: 'Black' }, { name: 'Black' }],
  ['no quantity', {}, { quantity: 0, percentage: 0 }],
])('materials under another name: %s', (_, entry, expected) => expect(materials(entry)[0]).toMatchObject(expected));

it.each<[string, object, unknown]>([
  ['runs', { runs: [{ color: 'a', hex: '#111', count: 2 }] }, { color: 'a', hex: '#111', count: 2 }],
  ['segments', { segments: [{ name: 'a', color: '#111', units: 2 }] }, { color: '#111', hex: '#111', count: 2 }],
  ['quantity', { runs: [{ label: 'a', colour: '#111', quantity: '2' }] }, { color: 'a', hex: '#111', count: 2 }],
])('the guide under another name: %s', (_, step, run) => {
  expect(read({ assembly_guide: [step] }).guide[0]!.runs).toEqual([run]);
  expect(read({ guide: [step] }).guide[0]!.runs).toEqual([run]);
});

it('takes the columns by either name, and counts the cells itself if need be', () => {
  expect(read({ dimensions: { columns: '4', rows: '3' } })).toMatchObject({ columns: 4, rows: 3, totalUnits: 12 });
});

it.each([
  ['curtains', 'columns'],
  ['lego', 'bottom-up'],
  ['rugs', 'bottom-up'],
  ['mosaic', 'rows'],
  ['something new', 'rows'],
  ['constructor', 'rows'],
])('%s is worked by %s', (niche, direction) => expect(read({ niche })).toMatchObject({ niche, direction }));

it('takes the niche that was asked for where the answer has none', () =>
  expect(read({}, { niche: 'lego' })).toMatchObject({ niche: 'lego', direction: 'bottom-up' }));

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['text', 'OK'],
  ['a list', []],
  ['no size', { dimensions: {}, materials: [material] }],
  ['no columns', { dimensions: { rows: 3 }, materials: [material] }],
  ['a size of nothing', { dimensions: { cols: 0, rows: 3 }, materials: [material] }],
  ['an endless size', { dimensions: { cols: Infinity, rows: 3 }, materials: [material] }],
  ['no materials', { dimensions: size, materials: [] }],
  ['materials that are no list', { dimensions: size, materials: 'Black' }],
  ['an error', { error: true, dimensions: size, materials: [material] }],
])('throws the one clear error at %s', (_, body) => expect(() => pixcraft.result(body, {})).toThrow('No pattern in the answer'));

it('never throws anything else, and never hands on a number that is none', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, almostPattern), (body) => {
      let result;
      try {
        result = pixcraft.result(body, { niche: 'mosaic' });
      } catch (error) {
        expect((error as Error).message).toBe('No pattern in the answer');
        return;
      }
      const { raw, colorSummary, ...ours } = result;
      expect(raw).toBe(body);
      expect(colorSummary === undefined || Array.isArray(colorSummary)).toBe(true);
      expect(numbersIn(ours).every(Number.isFinite)).toBe(true);
      for (const { name, hex } of ours.materials) expect([typeof name, typeof hex]).toEqual(['string', 'string']);
      expect(['rows', 'columns', 'bottom-up']).toContain(ours.direction);
    }),
    { numRuns: 2000 },
  );
});

it.each<[string, object, object, unknown]>([
  ['as it was asked for', {}, { niche: 'lego', unitWidthCm: 2, unitHeightCm: 3 }, { width: 2, height: 3 }],
  ['as it is documented', { niche: 'curtains' }, {}, { width: 1.5, height: 2 }],
  ['half asked for, half documented', { niche: 'curtains' }, { unitWidthCm: 3 }, { width: 3, height: 2 }],
  ['unknown where the API has chosen', { niche: 'lego' }, {}, undefined],
  ['unknown by half', { niche: 'lego' }, { unitWidthCm: 3 }, undefined],
])('the size of a cell is %s', (_, answer, parameters, unit) => expect(read(answer, parameters).unit).toEqual(unit));
