import fc from 'fast-check';
import sharp from 'sharp';
import { render } from '../../../demo/server/picsart/render.js';
import { TILINGS } from '../../../src/chart/tilings.js';
import type { TilingName, TilingOptions } from '../../../src/core/tiling.js';
import { finish } from '../../../src/core/slices.js';
import { createPattern, type Pixels } from '../../../src/engine/index.js';
import { adjusted, cutToShape } from '../../../src/studio/adjusted.js';
import { Desk, type Drawn, type Order } from '../../../src/studio/desk.js';
import type { Draft } from '../../../src/studio/drafter.js';
import { Drafts } from '../../../src/studio/drafts.js';
import { work, type Message, type Reply } from '../../../src/studio/worker.js';
import { goldenCatalogue, goldenHash, goldenOptions, hashPattern, makePicture } from '../engine/golden.js';

const { columns, rows, maxColors, direction } = goldenOptions;
const wish = { columns, rows, maxColors, direction, exact: true };
const quick = { ...wish, exact: false };
const hashOf = (draft: Drawn | undefined) => hashPattern({ ...createPattern(makePicture(), goldenOptions), ...draft });

describe('the desk', () => {
  it('exact pixels bring the engine’s own pattern', () => {
    const desk = new Desk();
    desk.colors(goldenCatalogue);
    expect(hashOf(finish(desk.serve({ wish, pixels: makePicture() })))).toBe(goldenHash);
  });

  it('without a picture there is no draft', () => {
    expect(finish(new Desk().serve({ wish: quick }))).toBeUndefined();
  });

  it('cuts, turns and mirrors as the sent picture is', () => {
    const data = Uint8ClampedArray.from({ length: 4 * 3 * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at >> 2) * 10));
    const reds = ({ data: pixels }: { data: Uint8ClampedArray }) => Array.from(pixels).filter((_, at) => at % 4 === 0);
    const picture = { data, width: 4, height: 3 };
    expect(reds(adjusted(picture, { crop: { x: 0.5, y: 0, width: 0.5, height: 1 } }))).toEqual([20, 30, 60, 70, 100, 110]);
    expect(reds(adjusted(picture, { turn: 90 })).slice(0, 3)).toEqual([80, 40, 0]);
    expect(reds(adjusted(picture, { mirror: true })).slice(0, 4)).toEqual([30, 20, 10, 0]);
    expect(reds(picture)).toEqual(Array.from({ length: 12 }, (_, i) => i * 10));
  });

  it('a tiling is the one that the local API makes of the same picture', async () => {
    const picture = makePicture(300, 200);
    const png = await sharp(picture.data, { raw: { width: 300, height: 200, channels: 4 } })
      .png()
      .toBuffer();
    for (const pattern of Object.keys(TILINGS) as TilingName[]) {
      const options: TilingOptions = { pattern, width: 600, height: 400, offsetX: 31, offsetY: -17, rotate: 20, scale: 2 };
      const desk = new Desk();
      desk.picture(picture);
      const drawn = finish(desk.serve({ tiling: options })) as Pixels;
      const info = { format: 'png' as const, width: 300, height: 200 };
      const made = await render({ picture: png, info: info as never, parameters: { ...options, format: 'PNG' } });
      const { data } = await sharp(made).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      expect(drawn).toMatchObject({ width: 600, height: 400 });
      const apart = data.reduce((sum, value, at) => sum + Math.abs(value - drawn.data[at]!), 0) / data.length;
      // Its PNGs have 256 colours.
      expect(apart).toBeLessThan(1.5);
    }
  });

  it('a tiling larger than a stage is drawn small, to scale', () => {
    const desk = new Desk();
    desk.picture(makePicture(800, 500));
    const options: TilingOptions = { pattern: 'mirror', width: 8000, height: 4000, offsetX: 0, offsetY: 0, rotate: 0, scale: 1 };
    const large = finish(desk.serve({ tiling: options })) as Pixels;
    const small = finish(desk.serve({ tiling: { ...options, width: large.width, height: large.height } })) as Pixels;
    expect(large.width / large.height).toBe(2);
    expect(Math.max(large.width, large.height)).toBeLessThan(1000);
    expect(small.data).toEqual(large.data);
  });

  it('cuts from the middle to the shape of the piece, and nothing where it fits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (width, height, ratio) => {
          const picture = makePicture(width, height);
          const cut = cutToShape(picture, ratio);
          expect(Math.abs(cut.width - Math.min(width, Math.max(1, height * ratio)))).toBeLessThanOrEqual(0.5);
          expect(cut.data.length).toBe(cut.width * cut.height * 4);
          expect(cutToShape(picture, width / height)).toBe(picture);
        },
      ),
    );
  });
});

/** A worker that runs in the same thread, one turn later. */
function fakeWorker(dead = false) {
  const worker = { terminated: false, posted: 0 } as unknown as Worker & { terminated: boolean; posted: number };
  const scope = {
    onmessage: null,
    postMessage: (data: Reply) => void setTimeout(() => worker.onmessage?.({ data } as MessageEvent)),
  } as Parameters<typeof work>[0];
  worker.terminate = () => (worker.terminated = true);
  worker.postMessage = (data: Message) => void (worker.posted++, setTimeout(() => scope.onmessage?.({ data })));
  if (dead) setTimeout(() => worker.onerror?.({ preventDefault() {} } as ErrorEvent));
  else work(scope);
  return worker;
}

describe('drafts', () => {
  const drawn = (start: () => Worker | undefined, orders: Order[]) =>
    new Promise<{ shown: Draft[]; drafts: Drafts }>((resolve) => {
      const shown: Draft[] = [];
      const last = orders.at(-1)!.wish!.columns;
      const drafts = new Drafts({
        start,
        shows(drawn) {
          const draft = drawn as Draft;
          shown.push(draft);
          if (draft.columns === last) resolve({ shown, drafts });
        },
      });
      drafts.colors(goldenCatalogue);
      drafts.picture(makePicture());
      for (const order of orders) drafts.wish(order);
    });
  const wishes = [10, 20, 30, 40, 50].map((wide): Order => ({ wish: { ...quick, columns: wide } }));

  it.each([
    ['in a worker', () => fakeWorker()],
    ['on the page, where there is no worker', () => undefined],
    ['on the page, where the policy forbids it', () => fakeWorker(true)],
    [
      'on the page, where it cannot even be made',
      () => {
        throw new DOMException('another origin', 'SecurityError');
      },
    ],
  ])('%s: the last wish wins, those in between are not made', async (_, start) => {
    const { shown, drafts } = await drawn(start, wishes);
    expect(shown.at(-1)!.columns).toBe(50);
    expect(shown.length).toBeLessThanOrEqual(2);
    drafts.close();
  });

  it('worker and page make the same', async () => {
    const order = { wish: { ...wish, exact: true }, pixels: makePicture() };
    const inWorker = await drawn(() => fakeWorker(), [order]);
    const onPage = await drawn(() => undefined, [{ ...order, pixels: makePicture() }]);
    for (const { shown, drafts } of [inWorker, onPage]) {
      expect(hashOf(shown[0])).toBe(goldenHash);
      drafts.close();
    }
  });

  it('closed, the worker is gone and nothing is shown any more', async () => {
    const worker = fakeWorker();
    const { drafts, shown } = await drawn(() => worker, [wishes[0]!]);
    drafts.wish(wishes[1]!);
    drafts.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(worker.terminated).toBe(true);
    expect(shown).toHaveLength(1);
  });
});
