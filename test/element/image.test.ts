import { openPicture } from '../../src/generation/picture.js';
import { ImageError } from '../../src/image/image-error.js';
import { inspect } from '../../src/image/inspect.js';
import { bare, open } from '../../src/image/opened.js';
import { prepare, thumbnail } from '../../src/image/prepare.js';
import {
  BLUE,
  bytesOf,
  canvasOf,
  chunks,
  corners,
  detail,
  expectColor,
  fill,
  GREEN,
  pixels,
  RED,
  refusal,
  text,
  withExif,
  YELLOW,
  type Rgb,
} from './support/pictures.js';

describe('prepare', () => {
  const SEEN: Record<number, [Rgb, Rgb, Rgb, Rgb]> = {
    1: [RED, GREEN, BLUE, YELLOW],
    2: [GREEN, RED, YELLOW, BLUE],
    3: [YELLOW, BLUE, GREEN, RED],
    4: [BLUE, YELLOW, RED, GREEN],
    5: [RED, BLUE, GREEN, YELLOW],
    6: [BLUE, RED, YELLOW, GREEN],
    7: [YELLOW, GREEN, BLUE, RED],
    8: [GREEN, YELLOW, RED, BLUE],
  };
  for (const [orientation, [a, b, c, d]] of Object.entries(SEEN))
    for (const old of [false, true])
      it(`turns EXIF orientation ${orientation} upright${old ? ' where bitmaps know no options' : ''}`, async () => {
        const jpeg = await corners(160, 80).convertToBlob({ type: 'image/jpeg', quality: 0.95 });
        const original = globalThis.createImageBitmap;
        if (old) globalThis.createImageBitmap = () => Promise.reject(new TypeError('from-image is not a valid enum value'));
        const { blob, width, height } = await prepare(await withExif(jpeg, +orientation), { maxSide: 100 }).finally(
          () => (globalThis.createImageBitmap = original),
        );
        expect([width, height]).to.deep.equal(+orientation > 4 ? [50, 100] : [100, 50]);
        const image = await pixels(blob);
        expectColor(image, 0.25, 0.25, a);
        expectColor(image, 0.75, 0.25, b);
        expectColor(image, 0.25, 0.75, c);
        expectColor(image, 0.75, 0.75, d);
      });

  it('strips metadata', async () => {
    const jpeg = await detail(600, 400).convertToBlob({ type: 'image/jpeg' });
    const file = await withExif(jpeg, 1);
    const { blob } = await prepare(file, { maxSide: 4096 });
    expect(await file.text()).to.contain('GPS-SECRET');
    expect(await blob.text()).not.to.match(/Exif|GPS-SECRET/);
    expect(blob.type).to.equal('image/jpeg');
  });

  it('writes into a PNG nothing but the picture: the same bytes for every visitor', async () => {
    const { blob } = await prepare(await corners(60, 40).convertToBlob(), { maxSide: 60, type: 'image/png' });
    expect(await chunks(blob)).to.have.members(['IHDR', 'IDAT', 'IEND']);
    expectColor(await pixels(blob), 0.25, 0.25, RED);
  });

  it('so too of a picture whose address can only be seen: it is the same design at every visit', async () => {
    const address = URL.createObjectURL(await corners(60, 40).convertToBlob());
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('against the policy'));
    const opened: Blob[] = [];
    const room = { bare, open: (file: Blob) => (opened.push(file), open(file)) };
    await openPicture(address, async () => room);
    vi.restoreAllMocks();
    URL.revokeObjectURL(address);
    expect(await chunks(opened[0]!)).to.have.members(['IHDR', 'IDAT', 'IEND']);
  });

  it('puts alpha on white', async () => {
    const png = await canvasOf(64, 64, (context) => {
      fill(context, RED, 0, 0, 32, 64);
      context.globalAlpha = 0.5;
      fill(context, [0, 0, 0], 32, 32, 32, 32);
    }).convertToBlob();
    for (const type of [undefined, 'image/jpeg', 'image/png'] as const) {
      const image = await pixels((await prepare(png, { maxSide: 64, type })).blob);
      expectColor(image, 0.2, 0.5, RED);
      expectColor(image, 0.8, 0.2, [255, 255, 255]);
      expectColor(image, 0.8, 0.8, [127, 127, 127]);
      expect(image.data[3]).to.equal(255);
    }
  });

  it('shrinks to the bound and never enlarges', async () => {
    const size = async (width: number, height: number, maxSide: number) => {
      const it = await prepare(await corners(width, height).convertToBlob(), { maxSide });
      const image = await pixels(it.blob);
      expect([image.width, image.height]).to.deep.equal([it.width, it.height]);
      return [it.width, it.height];
    };
    expect(await size(400, 300, 200)).to.deep.equal([200, 150]);
    expect(await size(300, 400, 200)).to.deep.equal([150, 200]);
    expect(await size(40, 30, 200)).to.deep.equal([40, 30]);
    expect(await size(2000, 2, 100)).to.deep.equal([100, 1]);
    expect(await size(1, 1, 100)).to.deep.equal([1, 1]);
  });

  it('keeps flat drawings sharp as PNG, photographs as JPEG', async () => {
    const flat = await corners(400, 300).convertToBlob();
    const photo = await canvasOf(400, 300, (context) => {
      const image = context.createImageData(400, 300); // soft shapes with the grain of a sensor
      for (let at = 0, grain = 1; at < image.data.length; at++) {
        grain = (grain * 48271) % 0x7fffffff;
        image.data[at] = at % 4 === 3 ? 255 : 127 + 90 * Math.sin(at / 9000) + (grain % 8);
      }
      context.putImageData(image, 0, 0);
    }).convertToBlob();
    expect((await prepare(flat, { maxSide: 400 })).blob.type).to.equal('image/png');
    expect((await prepare(photo, { maxSide: 400 })).blob.type).to.equal('image/jpeg');
    expect((await prepare(flat, { maxSide: 400, type: 'image/jpeg' })).blob.type).to.equal('image/jpeg');
  });

  it('stays under the byte bound', async () => {
    const photo = await detail(600, 600).convertToBlob({ type: 'image/jpeg', quality: 1 });
    const { blob, width } = await prepare(photo, { maxSide: 600, maxBytes: 20_000 });
    expect(blob.size).to.be.at.most(20_000);
    expect(width).to.be.within(20, 500);
  });

  it('reads every format Chromium writes, whatever its name', async () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
      const blob = await corners(90, 60).convertToBlob({ type, quality: 0.95 });
      const image = await pixels((await prepare(new File([blob], 'a.svg', { type: 'image/svg+xml' }), { maxSide: 90 })).blob);
      expectColor(image, 0.25, 0.25, RED);
      expectColor(image, 0.75, 0.75, YELLOW);
    }
  });

  it('takes the first frame of a GIF', async () => {
    const frame = (color: number) => [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, color ? 0x4c : 0x44, 1, 0];
    const head = [71, 73, 70, 56, 57, 97, 1, 0, 1, 0, 0x80, 0, 0, ...RED, ...BLUE];
    const gif = new Blob([new Uint8Array([...head, ...frame(0), ...frame(1), 0x3b])]);
    const { blob, width, height } = await prepare(gif, { maxSide: 10 });
    expect([width, height]).to.deep.equal([1, 1]);
    expectColor(await pixels(blob), 0, 0, RED);
  });

  describe('smoothing', () => {
    /** The exact mean of the area under each pixel of a smaller picture, plainly. */
    function meanOf({ data, width: wide, height: high }: ImageData, width: number, height: number): number[] {
      const mean: number[] = [];
      const shares = (from: number, to: number) =>
        Array.from({ length: Math.ceil(to - 1e-9) - Math.floor(from) }, (_, i) => Math.floor(from) + i).map(
          (pixel): [number, number] => [pixel, Math.min(to, pixel + 1) - Math.max(from, pixel)],
        );
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const sums = [0, 0, 0];
          for (const [row, down] of shares((y * high) / height, ((y + 1) * high) / height))
            for (const [column, across] of shares((x * wide) / width, ((x + 1) * wide) / width))
              for (let i = 0; i < 3; i++) sums[i]! += down * across * data[4 * (row * wide + column) + i]!;
          mean.push(...sums.map((sum) => (sum * width * height) / wide / high));
        }
      return mean;
    }
    function decibels(mean: number[], data: Uint8ClampedArray): number {
      const error = mean.reduce((sum, value, i) => sum + (value - data[4 * Math.floor(i / 3) + (i % 3)]!) ** 2, 0) / mean.length;
      return 10 * Math.log10(255 ** 2 / error);
    }
    /** How near to that mean `prepare` comes, and how near Chromium's own best. */
    async function compare(factor: number): Promise<[ours: number, canvas: number]> {
      const [width, height] = [200, 150];
      const [wide, high] = [Math.round(width * factor), Math.round(height * factor)];
      const source = detail(wide, high);
      const mean = meanOf(source.getContext('2d')!.getImageData(0, 0, wide, high), width, height);
      const result = await pixels((await prepare(await source.convertToBlob(), { maxSide: width, type: 'image/png' })).blob);
      const smooth = canvasOf(width, height, (context) => {
        context.imageSmoothingQuality = 'high';
        context.drawImage(source, 0, 0, width, height);
      });
      return [decibels(mean, result.data), decibels(mean, smooth.getContext('2d')!.getImageData(0, 0, width, height).data)];
    }

    for (const factor of [2, 3, 4, 8, 16])
      it(`averages ${factor}×${factor} pixels`, async () => expect((await compare(factor))[0]).to.be.above(45));

    for (const factor of [1.5, 2.5, 3.7, 5.3, 6.7])
      it(`is better than any canvas between whole numbers: ${factor}`, async () => {
        const [ours, canvas] = await compare(factor);
        expect(ours).to.be.above(Math.max(34, canvas + 5));
      });

    it('does so without smoothing quality too, as in Firefox', async () => {
      const proto = CanvasRenderingContext2D.prototype;
      const property = Object.getOwnPropertyDescriptor(proto, 'imageSmoothingQuality');
      delete (proto as any).imageSmoothingQuality;
      try {
        expect((await compare(8))[0]).to.be.above(45);
      } finally {
        if (property) Object.defineProperty(proto, 'imageSmoothingQuality', property);
      }
    });

    it('leaves no seam between bands', async () => {
      const plain = canvasOf(2600, 2000, (context) => fill(context, BLUE, 0, 0, 2600, 2000));
      const { data } = await pixels((await prepare(await plain.convertToBlob(), { maxSide: 701, type: 'image/png' })).blob);
      expect(data.every((value, at) => value === [...BLUE, 255][at % 4])).to.be.true;
    });
  });

  describe('SVG', () => {
    const svg = (attributes: string, content = '') =>
      text(
        `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="100%" height="100%" fill="rgb(${RED})"/>${content}</svg>`,
      );

    it('is drawn as large as asked for, from its view box', async () => {
      for (const attributes of [
        'viewBox="0 0 40 20"',
        'viewBox="0 0 40 20" width="100%" height="100%"',
        'width="4mm" height="2mm" viewBox="0 0 40 20"',
      ]) {
        const { blob, width, height } = await prepare(svg(attributes), { maxSide: 300 });
        expect([width, height]).to.deep.equal([300, 150]);
        expectColor(await pixels(blob), 0.99, 0.99, RED);
      }
    });

    it('keeps its own size without a view box', async () => {
      const { width, height } = await prepare(svg('width="40" height="20"'), { maxSide: 300 });
      expect([width, height]).to.deep.equal([40, 20]);
      expect((await prepare(svg(''), { maxSide: 200 })).width).to.equal(200);
    });

    it('runs nothing, loads nothing and never enters the page', async () => {
      (globalThis as any).hacked = false;
      const nodes = document.querySelectorAll('*').length;
      const before = performance.getEntriesByType('resource').length;
      const evil = svg(
        'viewBox="0 0 40 20" onload="parent.hacked = top.hacked = true"',
        `<script>parent.hacked = true</script><image href="${location.origin}/seen.png" width="9" height="9"/>
         <foreignObject width="40" height="20"><body xmlns="http://www.w3.org/1999/xhtml" style="background: blue"><iframe src="/seen.html"></iframe>
         <img src="x" onerror="parent.hacked = true"/></body></foreignObject>`,
      );
      const { blob } = await prepare(evil, { maxSide: 80 });
      expectColor(await pixels(blob), 0.5, 0.5, RED);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((globalThis as any).hacked).to.be.false;
      const loaded = performance.getEntriesByType('resource').slice(before);
      expect(loaded.some(({ name }) => name.includes('seen'))).to.be.false;
      expect(document.querySelectorAll('*').length).to.equal(nodes);
    });

    it('that is broken, or is HTML, is refused', async () => {
      for (const broken of ['<svg viewBox="0 0 9 9"><rect>', '<!doctype html><p><svg viewBox="0 0 9 9"></svg>'])
        expect(await refusal(prepare(text(broken), { maxSide: 9 }))).to.include({ code: 'image-invalid', format: 'svg' });
    });
  });

  describe('refuses', () => {
    it('a bomb before decoding it', async () => {
      const jpeg = await bytesOf(await corners(16, 16).convertToBlob({ type: 'image/jpeg' }));
      const sof = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
      new DataView(jpeg.buffer).setUint32(sof + 5, (14_000 << 16) | 20_000);
      const original = globalThis.createImageBitmap;
      let decoded = false;
      globalThis.createImageBitmap = () => Promise.reject((decoded = true));
      const error = await refusal(prepare(new Blob([jpeg]), { maxSide: 100 }));
      globalThis.createImageBitmap = original;
      expect(error).to.be.instanceOf(ImageError);
      expect(error).to.include({ code: 'image-too-large', format: 'jpeg' });
      expect(decoded).to.be.false;
    });

    it('damaged pictures', async () => {
      for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
        const blob = await detail(300, 200).convertToBlob({ type });
        const damaged = new Blob([blob.slice(0, 1000), new Uint8Array(500)]);
        expect(await refusal(prepare(damaged, { maxSide: 100 })), type).to.include({ code: 'image-invalid' });
      }
    });

    it('a JPEG cut in half, which would cost a use for a half-grey pattern', async () => {
      const blob = await detail(600, 400).convertToBlob({ type: 'image/jpeg' });
      expect(await refusal(prepare(blob.slice(0, blob.size / 2), { maxSide: 100 }))).to.include({
        code: 'image-invalid',
        format: 'jpeg',
      });
    });

    it('HEIC and TIFF by name, after this browser has failed to draw them', async () => {
      const files = { HEIC: '\0\0\0\x18ftypheic\0\0\0\0mif1heic', TIFF: 'II*\0\x08\0\0\0' };
      for (const [format, bytes] of Object.entries(files)) {
        expect((await inspect(text(bytes))).format).to.equal(format);
        expect(await refusal(thumbnail(text(bytes), 96))).to.include({ code: 'image-unsupported', format });
      }
    });
  });

  it('stops when aborted', async () => {
    const photo = await detail(3000, 2000).convertToBlob({ type: 'image/jpeg' });
    const reason = new Error('enough');
    expect(await refusal(prepare(photo, { maxSide: 900, signal: AbortSignal.abort(reason) }))).to.equal(reason);
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason));
    expect(await refusal(prepare(photo, { maxSide: 900, signal: controller.signal }))).to.equal(reason);
  });

  it('gives everything back: object URLs and bitmaps', async () => {
    const { createObjectURL, revokeObjectURL } = URL;
    const { close } = ImageBitmap.prototype;
    const original = globalThis.createImageBitmap;
    const urls = new Set<string>();
    let open = 0;
    URL.createObjectURL = (it) => {
      const url = createObjectURL.call(URL, it);
      urls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => (urls.delete(url), revokeObjectURL.call(URL, url));
    ImageBitmap.prototype.close = function () {
      open--;
      close.call(this);
    };
    globalThis.createImageBitmap = (async (...args: [Blob, ImageBitmapOptions]) => {
      const bitmap = await original(...args);
      open++;
      return bitmap;
    }) as typeof createImageBitmap;
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">';
    const png = await corners(60, 40).convertToBlob();
    try {
      await prepare(png, { maxSide: 30, maxBytes: 10 });
      await refusal(prepare(png, { maxSide: 30, signal: AbortSignal.abort() }));
      await thumbnail(text(drawing + '</svg>'), 30);
      await refusal(prepare(text(drawing), { maxSide: 30 }));
    } finally {
      URL.createObjectURL = createObjectURL;
      URL.revokeObjectURL = revokeObjectURL;
      ImageBitmap.prototype.close = close;
      globalThis.createImageBitmap = original;
    }
    expect([...urls]).to.deep.equal([]);
    expect(open).to.equal(0);
  });
});

it('thumbnail is small', async () => {
  const image = await pixels(await thumbnail(await corners(800, 600).convertToBlob({ type: 'image/webp' }), 96));
  expect([image.width, image.height]).to.deep.equal([96, 72]);
  expectColor(image, 0.25, 0.25, RED);
});
