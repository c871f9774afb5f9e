import fc from 'fast-check';
import type { Adjustments } from '../../src/image/adjustments.js';
import { compose } from '../../src/image/compose.js';
import { adjustedSize, sizeWithin } from '../../src/image/sizes.js';
import { decode } from '../../src/image/decode.js';
import { open } from '../../src/image/opened.js';
import { prepare } from '../../src/image/prepare.js';
import { canvasOf, corners, detail, pixels, pngWithExif, refusal, webpMap, webpWithExif, withExif } from './support/pictures.js';

/** Every pixel tells where it is. */
const [WIDTH, HEIGHT] = [120, 80];
const map = () =>
  canvasOf(WIDTH, HEIGHT, (context) => {
    const image = context.createImageData(WIDTH, HEIGHT);
    for (let y = 0, at = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++, at += 4) image.data.set([x * 2, y * 3, 77, 255], at);
    context.putImageData(image, 0, 0);
  });

/** Where pixel (x, y) of the stored picture is seen, by EXIF's own words: which side is the 0th row, and which the 0th column. */
const SEEN: Record<number, (x: number, y: number) => [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y) => [WIDTH - 1 - x, y],
  3: (x, y) => [WIDTH - 1 - x, HEIGHT - 1 - y],
  4: (x, y) => [x, HEIGHT - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [HEIGHT - 1 - y, x],
  7: (x, y) => [HEIGHT - 1 - y, WIDTH - 1 - x],
  8: (x, y) => [y, WIDTH - 1 - x],
};

/** Where it is after cut, turn and mirror: one pixel at a time, in the upright picture's own coordinates. */
function moved(
  [x, y]: [number, number],
  [width, height]: [number, number],
  { crop, turn, mirror }: Adjustments,
): [number, number] | undefined {
  const cut = crop
    ? { x: crop.x * width, y: crop.y * height, width: crop.width * width, height: crop.height * height }
    : { x: 0, y: 0, width, height };
  let [left, top, wide, high] = [x - cut.x, y - cut.y, cut.width, cut.height];
  if (left < 0 || top < 0 || left >= wide || top >= high) return;
  for (let done = 0; done < (turn ?? 0); done += 90) [left, top, wide, high] = [high - 1 - top, left, high, wide];
  return [mirror ? wide - 1 - left : left, top];
}

const WRITE: Record<string, (orientation: number) => Promise<Blob>> = {
  png: async (orientation) => pngWithExif(await map().convertToBlob(), orientation),
  webp: (orientation) => webpWithExif(webpMap(), [WIDTH, HEIGHT], orientation),
  jpeg: async (orientation) => withExif(await map().convertToBlob({ type: 'image/jpeg', quality: 1 }), orientation),
};
/** What the codec itself may be off. */
const LOSS: Record<string, number> = { png: 0, webp: 0, jpeg: 14 };

const CROPS = [undefined, { x: 0.25, y: 0.125, width: 0.5, height: 0.75 }];
describe('crop × turn × mirror × EXIF', () => {
  for (const [format, write] of Object.entries(WRITE))
    it(`${format}: every pixel is where it must be`, async () => {
      for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const decoded = await decode(await write(orientation));
        const upright: [number, number] = orientation > 4 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
        expect([decoded.width, decoded.height]).to.deep.equal(upright);
        for (const crop of CROPS)
          for (const turn of [0, 90, 180, 270] as const)
            for (const mirror of [false, true]) {
              const adjustments = { crop, turn, mirror };
              const canvas = await compose(decoded, adjustedSize(decoded, adjustments), adjustments);
              const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
              let far = 0;
              let seen = 0;
              for (let y = 0; y < HEIGHT; y++)
                for (let x = 0; x < WIDTH; x++) {
                  const place = moved(SEEN[orientation]!(x, y), upright, adjustments);
                  if (!place) continue;
                  seen++;
                  const at = 4 * (place[1] * canvas.width + place[0]);
                  far = Math.max(far, Math.abs(data[at]! - x * 2), Math.abs(data[at + 1]! - y * 3));
                }
              const name = `${format} ${orientation} ${JSON.stringify(adjustments)}`;
              expect(seen, name).to.equal(canvas.width * canvas.height);
              expect(far, name).to.be.at.most(LOSS[format]!);
            }
        decoded.close();
      }
    });

  it('shrunk as well: the mean of the area, wherever it is cut', async () => {
    const source = detail(400, 300);
    const { data } = source.getContext('2d')!.getImageData(0, 0, 400, 300);
    const decoded = await decode(await source.convertToBlob());
    const share = fc.integer({ min: 0, max: 60 });
    await fc.assert(
      fc.asyncProperty(
        share,
        share,
        fc.integer({ min: 10, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (left, top, size, to) => {
          fc.pre(size < 4 * to); // what is larger is halved first, and measured as a whole
          const crop = { x: left / 100, y: top / 100, width: size / 100, height: size / 100 };
          const [wide, high] = [4 * size, 3 * size];
          const canvas = await compose(decoded, { width: to * 4, height: to * 3 }, { crop });
          const result = canvas.getContext('2d')!.getImageData(0, 0, to * 4, to * 3).data;
          const overlap = (from: number, end: number, pixel: number) =>
            Math.max(0, Math.min(end, pixel + 1) - Math.max(from, pixel));
          const ratio = wide / (to * 4);
          let worst = 0;
          for (const [column, row] of [
            [0, 0],
            [to * 4 - 1, to * 3 - 1],
            [to * 2, to],
          ] as const) {
            let [sum, weight] = [0, 0];
            for (let y = 0; y < high; y++)
              for (let x = 0; x < wide; x++) {
                const part = overlap(column * ratio, (column + 1) * ratio, x) * overlap(row * ratio, (row + 1) * ratio, y);
                sum += part * data[4 * ((top * 3 + y) * 400 + left * 4 + x)]!;
                weight += part;
              }
            worst = Math.max(worst, Math.abs(sum / weight - result[4 * (row * to * 4 + column)]!));
          }
          expect(worst).to.be.below(1);
        },
      ),
      { numRuns: 40 },
    );
    decoded.close();
  });

  it('proportions are kept within a pixel, nothing is enlarged', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 3000 }),
        (width, height, side) => {
          const small = sizeWithin({ width, height }, side);
          expect(Math.max(small.width, small.height)).to.be.at.most(Math.max(1, Math.min(side, Math.max(width, height))));
          expect(Math.abs((small.width * height) / width - small.height)).to.be.at.most(Math.max(1, height / width));
        },
      ),
    );
  });
});

describe('light', () => {
  it('is part of what is sent', async () => {
    const decoded = await decode(await corners(60, 40).convertToBlob());
    const plain = await pixels((await prepare(decoded, { maxSide: 60 })).blob);
    const grey = await pixels((await prepare(decoded, { maxSide: 60, adjustments: { saturation: -50, brightness: 20 } })).blob);
    expect(Math.abs(grey.data[0]! - grey.data[1]!)).to.be.at.most(1);
    expect(grey.data[0]).not.to.equal(plain.data[0]);
    decoded.close();
  });

  it('adjustments that make no sense are refused before anything is drawn', async () => {
    const decoded = await decode(await corners(60, 40).convertToBlob());
    const error = await refusal(prepare(decoded, { maxSide: 60, adjustments: { turn: 45 as 90 } }));
    expect(error).to.be.instanceOf(RangeError);
    expect(error.message).to.contain('adjustments.turn');
    decoded.close();
  });
});

describe('one picture', () => {
  it('gives the same bytes each time: it is one design', async () => {
    const files = [
      await detail(1500, 1100).convertToBlob({ type: 'image/jpeg', quality: 0.9 }),
      await detail(300, 200).convertToBlob(),
      webpMap(),
      new Blob(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="7" fill="#a0f"/></svg>']),
    ];
    const adjusted = { crop: { x: 0.1, y: 0.2, width: 0.7, height: 0.6 }, turn: 90, brightness: 7 } as const;
    for (const file of files)
      for (const adjustments of [undefined, adjusted]) {
        const bytes = async () => new Uint8Array(await (await prepare(file, { maxSide: 500, adjustments })).blob.arrayBuffer());
        const first = await bytes();
        // From another decoding, and from one that has been looked at in other ways before.
        expect(await bytes()).to.deep.equal(first);
        const opened = await open(file);
        await opened.thumbnail(96);
        await opened.prepare({ maxSide: 200, adjustments: { mirror: true } });
        const { blob } = await opened.prepare({ maxSide: 500, adjustments });
        expect(new Uint8Array(await blob.arrayBuffer())).to.deep.equal(first);
        opened.close();
      }
  });

  it('is decoded once, whatever is made from it', async () => {
    const original = globalThis.createImageBitmap;
    let decodings = 0;
    globalThis.createImageBitmap = ((...args: [Blob]) => (decodings++, original(...args))) as typeof createImageBitmap;
    try {
      const opened = await open(await detail(900, 600).convertToBlob({ type: 'image/jpeg', quality: 1 }));
      await opened.thumbnail(96);
      await opened.looksBlank();
      const { blob } = await opened.prepare({ maxSide: 900, maxBytes: 20_000 });
      expect(blob.size).to.be.at.most(20_000);
      await opened.prepare({ maxSide: 300, adjustments: { turn: 90 } });
      opened.close();
    } finally {
      globalThis.createImageBitmap = original;
    }
    expect(decodings).to.equal(1);
  });

  it('that is closed takes what is made from it along', async () => {
    const opened = await open(await detail(2400, 1600).convertToBlob());
    const work = refusal(opened.prepare({ maxSide: 700 }));
    opened.close();
    expect(await work).to.include({ name: 'AbortError' });
    expect(await refusal(opened.thumbnail(96))).to.include({ name: 'AbortError' });
  });

  it('with (almost) nothing on it is recognised', async () => {
    const blank = await open(await canvasOf(1200, 900, () => {}).convertToBlob());
    expect(await blank.looksBlank()).to.be.true;
    const drawing = canvasOf(1200, 900, (context) => {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 1200, 900);
      context.strokeRect(500, 300, 300, 200);
    });
    const drawn = await open(await drawing.convertToBlob());
    expect(await drawn.looksBlank()).to.be.false;
    expect(await drawn.looksBlank({ crop: { x: 0, y: 0, width: 0.3, height: 0.3 } })).to.be.true;
    for (const each of [blank, drawn]) each.close();
  });
});
