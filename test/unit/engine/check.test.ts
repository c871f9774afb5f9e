import { createPattern } from '../../../src/engine/index.js';

const ink = { id: '1', name: 'Ink', hex: '#102030' };
const good = { data: new Uint8ClampedArray(4 * 6), width: 3, height: 2 };
const options = { columns: 3, rows: 2, catalogue: [ink], direction: 'rows' };
const attempt = (pixels: object, change: object) => () =>
  createPattern({ ...good, ...pixels } as any, { ...options, ...change } as any);

it('accepts what is right', () => expect(attempt({}, {})).not.toThrow());

describe('bad input is named', () => {
  it.each<[object, object, ErrorConstructor, string]>([
    [{}, { columns: 0 }, RangeError, 'columns must be a whole number of at least 1, not 0.'],
    [{}, { columns: 2.5 }, RangeError, 'columns must be a whole number of at least 1, not 2.5.'],
    [{}, { columns: '3' }, TypeError, 'columns must be a number, not string.'],
    [{}, { rows: -1 }, RangeError, 'rows must be a whole number of at least 1, not -1.'],
    [{}, { rows: NaN }, RangeError, 'rows must be a whole number of at least 1, not NaN.'],
    [{}, { rows: Infinity }, RangeError, 'rows must be a whole number of at least 1, not Infinity.'],
    [{}, { columns: 5000, rows: 5000 }, RangeError, 'columns × rows must be at most 16000000.'],
    [{}, { maxColors: 0 }, RangeError, 'maxColors must be a whole number of at least 1, not 0.'],
    [{}, { maxColors: 1.5 }, RangeError, 'maxColors must be a whole number of at least 1, not 1.5.'],
    [{}, { maxColors: null }, TypeError, 'maxColors must be a number, not object.'],
    [{}, { direction: 'up' }, RangeError, 'direction must be rows, columns, bottom-up, not up.'],
    [{}, { catalogue: [] }, RangeError, 'catalogue must have at least one colour.'],
    [{}, { catalogue: undefined }, TypeError, 'catalogue must be a list of colours.'],
    [{}, { catalogue: [null] }, TypeError, 'catalogue[0] must have an id and a name.'],
    [{}, { catalogue: [{ ...ink, id: 5 }] }, TypeError, 'catalogue[0] must have an id and a name.'],
    [{}, { catalogue: [{ ...ink, hex: '#12' }] }, RangeError, 'catalogue[0] (Ink) must have a hex like #1a2b3c, not #12.'],
    [
      {},
      { catalogue: [{ id: '1', name: 'Ink' }] },
      RangeError,
      'catalogue[0] (Ink) must have a hex like #1a2b3c, not undefined.',
    ],
    [{}, { catalogue: [ink, ink] }, RangeError, 'catalogue[1] (Ink) has the id 1, which is taken.'],
    [{ width: 0 }, {}, RangeError, 'width must be a whole number of at least 1, not 0.'],
    [{ height: 1.5 }, {}, RangeError, 'height must be a whole number of at least 1, not 1.5.'],
    [{ height: 3 }, {}, RangeError, 'data must hold 36 bytes for 3 × 3 RGBA pixels, not 24.'],
    [{ data: [1, 2, 3] }, {}, TypeError, 'data must be a Uint8ClampedArray.'],
    [{ data: new Float32Array(24) }, {}, TypeError, 'data must be a Uint8ClampedArray.'],
  ])('%j %j', (pixels, change, kind, message) => {
    expect(attempt(pixels, change)).toThrow(kind as any);
    expect(attempt(pixels, change)).toThrow(message);
  });
});
