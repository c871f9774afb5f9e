import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from '../../../../src/cache/key/canonical-json.js';
import { es6Numbers } from './es6-numbers.js';

const double = (hex: string) => new DataView(BigUint64Array.of(BigInt(`0x${hex}`)).buffer).getFloat64(0, true);

describe('canonicalJson (RFC 8785)', () => {
  it('section 3.2.2: literals, strings and numbers', () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalJson(value)).toBe(expected);
    // The bytes printed in section 3.2.4.
    const bytes = `7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72
      73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d
      32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`;
    expect(Buffer.from(canonicalJson(value)).toString('hex')).toBe(bytes.replace(/\s/g, ''));
  });

  it('section 3.2.3: members sorted by UTF-16 code units', () => {
    const value = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`);
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    const order = ['Carriage Return', 'One', 'Control', 'Latin Small', 'Euro Sign', 'Emoji', 'Hebrew'];
    const places = order.map((name) => canonicalJson(value).indexOf(`"${name}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is %s', (hex, expected) => expect(canonicalJson(double(hex))).toBe(expected));

  it.each([
    ['NaN', '7fffffffffffffff'],
    ['Infinity', '7ff0000000000000'],
    ['-Infinity', 'fff0000000000000'],
  ])('appendix B: %s is an error', (_, hex) => expect(() => canonicalJson({ a: [double(hex)] })).toThrow());

  it('the first 10,000 numbers of the published file', () => {
    const hash = createHash('sha256');
    for (const [hex, value] of es6Numbers(10_000)) hash.update(`${hex},${canonicalJson(value)}\n`);
    expect(hash.digest('hex')).toBe('b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892');
  });

  it('lists "10" before "9", which a sorted object would not', () => {
    expect(canonicalJson({ 9: 1, 10: 2, b: 3, a: 4 })).toBe('{"10":2,"9":1,"a":4,"b":3}');
  });

  it('refuses half a surrogate pair, in a value and in a name', () => {
    expect(() => canonicalJson(['\ud83d'])).toThrow();
    expect(() => canonicalJson({ '\ude00': 1 })).toThrow();
    expect(canonicalJson('😀%')).toBe('"😀%"');
  });

  it('drops undefined members as JSON does, and writes null for undefined items', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, , null] })).toBe('{"b":[null,null,null]}');
  });

  it('does not take two dates for the same', () => {
    expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('agrees with the canonicalize package on any JSON value', () => {
    const string = fc.string({ unit: 'binary' });
    const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 });
    const names = fc.dictionary(fc.oneof(string, fc.integer().map(String)), json);
    fc.assert(
      fc.property(fc.oneof(json, names), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { seed: 8785, numRuns: 2000 },
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
      { seed: 8785 },
    );
  });
});
