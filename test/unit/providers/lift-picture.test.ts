import fc from 'fast-check';
import { LIFTED, liftPicture } from '../../../src/providers/pixcraft/lift-picture.js';
import { read } from '../../../src/providers/pixcraft/read.js';
import { writeBytes } from '../../../src/providers/pixcraft/write-bytes.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const big = (length: number, seed = 1) => Uint8Array.from({ length }, (_, i) => (i * 7919 * seed) >> 3);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
/** The same without the shortcut: what is short is read as JSON. */
const outcome = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return 'refused';
  }
};

it('takes a picture out and leaves the rest as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3100, max: 200_000 }), fc.dictionary(fc.string(), fc.jsonValue()), (length, others) => {
      const bytes = big(length);
      const lifted = liftPicture(bytesOf(JSON.stringify({ image: base64(bytes), ...others, last: 1 })))!;
      expect(Buffer.compare(lifted.bytes, bytes)).toBe(0);
      expect(JSON.parse(lifted.json)).toEqual(JSON.parse(JSON.stringify({ image: LIFTED, ...others, last: 1 })));
      expect(Buffer.from(lifted.base64).toString()).toBe(base64(bytes));
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['a line break', (text: string) => `${text.slice(0, 76)}\\n${text.slice(76)}`],
  ['no padding', (text: string) => text.replace(/=+$/, '')],
  ['another alphabet', (text: string) => `${text.slice(0, 8)}-_${text.slice(10)}`],
  ['a star', (text: string) => `${text.slice(0, 5000)}*${text.slice(5001)}`],
  ['padding in the middle', (text: string) => `${text.slice(0, 5000)}==${text.slice(5002)}`],
  ['bits that mean nothing', (text: string) => text.slice(0, -3) + (text.at(-3) === 'f' ? 'h' : 'f') + '=='],
  ['a data: address', (text: string) => `data:image/png;base64,${text}`],
])('leaves what is not plainly written to the reader of JSON: %s', (_, change) => {
  const text = base64(big(6001));
  expect(text.endsWith('==')).toBe(true);
  expect(liftPicture(bytesOf(`{"image":"${change(text)}","niche":"mosaic"}`))).toBeUndefined();
});

it('the same body means the same with and without it, or is refused with and without it', () => {
  const text = base64(big(6000));
  const plainly = (body: string) => outcome(() => (JSON.parse(body) as { image?: unknown }).image);
  for (const body of [
    `{"a":"\\"${text}","image":"QQ=="}`,
    `{"image":"\\\\","a":"${text}"}`,
    `{"image":"${LIFTED}","a":"${text}"}`,
    `{"a":{"image":"${text}"},"image":"QQ=="}`,
    `{"a"${text}":1}`,
    `{"a":"b"${text}"c":"d"}`,
    `{"image":"${text}","image":"QQ=="}`,
    `{"image":"${text}`,
    `["${text}"]`,
  ]) {
    const lifted = liftPicture(bytesOf(body));
    const said = lifted && outcome(() => (JSON.parse(lifted.json) as { image?: unknown }).image);
    expect(said === LIFTED ? text : (said ?? plainly(body))).toBe(plainly(body));
  }
});

it('a body of nothing but quotes costs no search', () => {
  const body = bytesOf('"'.repeat(5e6));
  const started = performance.now();
  expect(liftPicture(body)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(1000);
});

it('what was read goes on as it came, with nothing of the caller’s but the fields', async () => {
  const image = base64(big(9000));
  for (const more of [{}, { niche: 'mosaic', width_cm: 20, brand: 'evil' }]) {
    const { upload, parameters } = read.ofBytes!(bytesOf(JSON.stringify({ callback: 'x', ...more, image })));
    const { body } = await writeBytes(upload, parameters);
    const { brand, ...known } = more as { brand?: string };
    expect(JSON.parse(Buffer.from(body as Uint8Array).toString())).toEqual({ image, ...known });
    void brand;
  }
});
