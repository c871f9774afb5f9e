import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../../../src/cache/key/sha256.js';

const plainHttp = null as unknown as undefined; // crypto.subtle as a page on plain http finds it
const bytes = (text: string) => new TextEncoder().encode(text);
const node = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

describe.each([
  ['crypto.subtle', undefined],
  ['plain script', plainHttp],
])('sha256 by %s', (_, subtle) => {
  // FIPS 180-4 examples, https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('NIST: %.20s', async (text, expected) => {
    expect(await sha256(text, subtle)).toBe(expected);
    expect(await sha256(bytes(text), subtle)).toBe(expected);
    expect(await sha256(bytes(text).buffer, subtle)).toBe(expected);
  });

  it('every length around the padding', async () => {
    for (let length = 0; length < 200; length++) {
      const data = Uint8Array.from({ length }, (_, i) => i * 7 + length);
      expect(await sha256(data, subtle)).toBe(node(data));
    }
  });

  it('only the part of the buffer that a view shows', async () => {
    const whole = bytes('xxabcxx');
    const abc = createHash('sha256').update('abc').digest('hex');
    expect(await sha256(whole.subarray(2, 5), subtle)).toBe(abc);
    expect(await sha256(new DataView(whole.buffer, 2, 3), subtle)).toBe(abc);
  });

  it('any bytes', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 1000 }), async (data) => {
      expect(await sha256(data as Uint8Array<ArrayBuffer>, subtle)).toBe(node(data));
    });
    await fc.assert(property, { seed: 180, numRuns: 50 });
  });
});

it('10 MB in plain script leave the page its turn again and again', async () => {
  const data = new Uint8Array(10_000_000).fill(7);
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  expect(await sha256(data, plainHttp)).toBe(node(data));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});
