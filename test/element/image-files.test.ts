import { decode } from '../../src/image/decode.js';
import { ImageError } from '../../src/image/image-error.js';
import { prepare } from '../../src/image/prepare.js';
import {
  bytesOf,
  canvasOf,
  corners,
  detail,
  expectColor,
  hugePng,
  pixels,
  RED,
  refusal,
  text,
  webpMap,
  YELLOW,
} from './support/pictures.js';

const half = (blob: Blob) => blob.slice(0, blob.size / 2);

describe('a file that was cut short', () => {
  for (const type of ['image/jpeg', 'image/png', 'image/webp'])
    it(`${type} is refused with words, before a use is spent`, async () => {
      const blob = type === 'image/webp' ? webpMap() : await detail(600, 400).convertToBlob({ type });
      for (const cut of [half(blob), blob.slice(0, -20)]) {
        const error = await refusal(decode(cut));
        expect(error).to.be.instanceOf(ImageError);
        expect(error).to.include({ code: 'image-invalid', reason: 'cut-short', format: type.slice(6) });
      }
    });

  it('a JPEG without its end marker is read whole', async () => {
    const blob = await corners(640, 400).convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    for (const less of [1, 2]) {
      const decoded = await decode(blob.slice(0, -less));
      expect([decoded.width, decoded.height]).to.deep.equal([640, 400]);
      const image = await pixels((await prepare(decoded, { maxSide: 640 })).blob);
      expectColor(image, 0.1, 0.1, RED);
      expectColor(image, 0.99, 0.99, YELLOW);
      decoded.close();
    }
  });

  it('what phones append to a picture does not matter', async () => {
    const blob = await corners(64, 40).convertToBlob({ type: 'image/jpeg' });
    const film = new Uint8Array(5000).fill(0xff);
    for (const more of [film, half(blob), new Uint8Array(512)]) (await decode(new Blob([blob, more]))).close();
  });

  it('a damaged file is only called damaged, also where the browser would draw it up to the damage', async () => {
    const bytes = await bytesOf(await detail(300, 200).convertToBlob());
    for (const [from, to] of [
      [3000, 3100],
      [bytes.length / 2, bytes.length / 2 + 1],
    ] as const) {
      const damaged = bytes.map((byte, at) => (at >= from && at < to ? byte ^ 255 : byte));
      const error = await refusal(decode(new Blob([damaged])));
      expect(error).to.include({ code: 'image-invalid', format: 'png' });
      expect(error.reason).to.be.undefined;
    }
  });

  it('a file that changed since it was chosen is told as such', async () => {
    const blob = await corners(64, 40).convertToBlob();
    const cause = new DOMException('changed', 'NotReadableError');
    const file = new File([blob], 'cup.png');
    file.arrayBuffer = () => Promise.reject(cause);
    expect(await refusal(decode(file))).to.include({ code: 'image-invalid', reason: 'changed', cause });
  });
});

describe('large pictures', () => {
  it('98 megapixels are read small', async () => {
    const decoded = await decode(await hugePng(11_400, 8_600));
    expect([decoded.width, decoded.height]).to.deep.equal([5700, 4300]);
    const { width, height } = await prepare(decoded, { maxSide: 300 });
    expect([width, height]).to.deep.equal([300, 226]);
    decoded.close();
  });

  it('over 100 are refused with their size and the limit', async () => {
    const error = await refusal(decode(await hugePng(16_000, 10_000)));
    expect(error).to.include({ code: 'image-too-large', format: 'png', megapixels: 160, limit: 100 });
  });

  it('what this browser has no room for is too large, not damaged', async () => {
    const original = globalThis.createImageBitmap;
    globalThis.createImageBitmap = () => Promise.reject(new DOMException('no memory', 'InvalidStateError'));
    const error = await refusal(decode(await hugePng(8000, 6000))).finally(() => (globalThis.createImageBitmap = original));
    expect(error).to.include({ code: 'image-too-large', megapixels: 48, limit: 25 });
  });
});

describe('drawings that mean harm', () => {
  const svg = (attributes: string, content: string) =>
    text(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);

  it('nested use is refused before it is drawn', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<g id="l${i + 1}">${`<use href="#l${i}"/>`.repeat(10)}</g>`);
    const bomb = svg('viewBox="0 0 9 9"', `<circle id="l0" r="1"/>${levels.join('')}`);
    const start = performance.now();
    expect(await refusal(decode(bomb))).to.include({ code: 'image-too-large', format: 'svg', reason: 'too-complex' });
    expect(performance.now() - start).to.be.below(8000); // drawn, it would take hours
  });

  it('100,000 × 100,000 is drawn small', async () => {
    const red = `<rect width="90000" height="100000" fill="rgb(${RED.join()})"/>`;
    for (const attributes of [
      'width="100000" height="100000"',
      'viewBox="0 0 100000 100000"',
      'width="100000" height="100000" viewBox="0 0 100000 100000"',
    ]) {
      const decoded = await decode(svg(attributes, red));
      expect(decoded.width).to.be.at.most(2048);
      const image = await pixels((await prepare(decoded, { maxSide: 200 })).blob);
      expectColor(image, 0.5, 0.5, RED);
      expectColor(image, 0.97, 0.5, [255, 255, 255]);
      decoded.close();
    }
  });
});

describe('small pictures and drawings', () => {
  it('a small JPEG and a flat drawing saved as JPEG lose nothing more', async () => {
    const small = await detail(90, 60).convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const flat = await corners(1000, 700).convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const photo = await detail(1000, 700).convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const typeOf = async (file: Blob) => (await prepare(file, { maxSide: 1000 })).blob.type;
    expect(await typeOf(small)).to.equal('image/png');
    expect(await typeOf(flat)).to.equal('image/png');
    expect(await typeOf(photo)).to.equal('image/jpeg');
  });

  it('a PNG that is too long to be sent goes as JPEG before it gets smaller', async () => {
    const busy = (noise: number) =>
      canvasOf(500, 400, (context) => {
        for (let i = 0; i < 900; i++) {
          context.fillStyle = `hsl(${i * 7} 60% 50%)`;
          context.beginPath();
          context.arc((i * 53) % 500, (i * 31) % 400, 14, 0, 7);
          context.fill();
        }
        const image = context.getImageData(0, 0, 500, 400);
        for (let i = 0; i < image.data.length; i++) if (i % 4 < 3) image.data[i]! += (Math.imul(i, 2654435761) >>> 28) % noise;
        context.putImageData(image, 0, 0);
      }).convertToBlob();
    const sizeAs = async (file: Blob, type: 'image/png' | 'image/jpeg') =>
      (await prepare(file, { maxSide: 500, type })).blob.size;
    // Every engine has encoders of its own; with grain the PNG grows faster.
    let [file, png, jpeg] = [new Blob(), 0, 1];
    for (let noise = 1; png < jpeg && noise < 12; noise++) {
      file = await busy(noise);
      [png, jpeg] = [await sizeAs(file, 'image/png'), await sizeAs(file, 'image/jpeg')];
    }
    expect(png).to.be.within(jpeg, 2 * jpeg);
    const { blob, width } = await prepare(file, { maxSide: 500, maxBytes: png - 1 });
    expect(width).to.equal(500);
    expect(blob.size).to.be.below(png);
  });
});
