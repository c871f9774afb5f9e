import fc from 'fast-check';
import { fit, move, reshape, resize, zoom, type Frame, type Hold, type Sides } from '../../../src/studio/crop.js';
import { seenSides, toCrop, toSeen, turnedOn } from '../../../src/studio/seen.js';

const sides: fc.Arbitrary<Sides> = fc.record({
  width: fc.integer({ min: 1, max: 6000 }),
  height: fc.integer({ min: 1, max: 6000 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const ratio = fc.double({ min: 0.2, max: 5, noNaN: true });
const far = fc.double({ min: -8000, max: 8000, noNaN: true });
const hold: fc.Arbitrary<Hold> = fc
  .tuple(fc.constantFrom<-1 | 0 | 1>(-1, 0, 1), fc.constantFrom<-1 | 0 | 1>(-1, 0, 1))
  .filter(([x, y]) => x !== 0 || y !== 0)
  .map(([x, y]) => ({ x, y }));
/** Any picture with any frame on it. */
const framed = fc.tuple(sides, share, share, share, share).map(([picture, a, b, c, d]): [Sides, Frame] => {
  const width = Math.max(picture.width / 20, picture.width * a);
  const height = Math.max(picture.height / 20, picture.height * b);
  return [picture, { x: (picture.width - width) * c, y: (picture.height - height) * d, width, height }];
});

const NEAR = 1e-6;
function expectInside(frame: Frame, picture: Sides) {
  expect(frame.width).toBeGreaterThan(0);
  expect(frame.height).toBeGreaterThan(0);
  expect(Math.min(frame.x, frame.y)).toBeGreaterThanOrEqual(-NEAR);
  expect(frame.x + frame.width).toBeLessThanOrEqual(picture.width + NEAR);
  expect(frame.y + frame.height).toBeLessThanOrEqual(picture.height + NEAR);
}
/** Within a pixel. */
const expectShape = ({ width, height }: Frame, wanted: number) => expect(Math.abs(width - height * wanted)).toBeLessThan(1);

describe('the frame', () => {
  it('never leaves the picture, whatever is done to it, one thing after another', () => {
    const deed = fc.oneof(
      fc.tuple(far, far).map(
        ([x, y]) =>
          (frame: Frame, picture: Sides) =>
            move(frame, x, y, picture),
      ),
      fc.tuple(fc.double({ min: 0.05, max: 20, noNaN: true }), share, share).map(
        ([times, x, y]) =>
          (frame: Frame, picture: Sides) =>
            zoom(frame, times, picture, { x, y }),
      ),
      fc.tuple(hold, far, far).map(
        ([held, x, y]) =>
          (frame: Frame, picture: Sides) =>
            resize(frame, held, x, y, picture),
      ),
      ratio.map((wanted) => (frame: Frame, picture: Sides) => reshape(frame, wanted, picture)),
    );
    fc.assert(
      fc.property(framed, fc.array(deed, { minLength: 1, maxLength: 12 }), ([picture, start], deeds) => {
        let frame = start;
        for (const each of deeds) expectInside((frame = each(frame, picture)), picture);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps its shape while it is locked', () => {
    fc.assert(
      fc.property(framed, ratio, hold, far, far, ([picture], wanted, held, x, y) => {
        const frame = fit(picture, wanted);
        expectShape(frame, wanted);
        const resized = resize(frame, held, x, y, picture, wanted);
        expectShape(resized, wanted);
        expectInside(resized, picture);
        expectShape(zoom(frame, 1 + Math.abs(x) / 1000, picture), wanted);
        expectShape(reshape(resized, 1 / wanted, picture), 1 / wanted);
      }),
    );
  });

  it('what is opposite to a handle stays where it is', () => {
    fc.assert(
      fc.property(framed, hold, far, far, fc.boolean(), ([picture, frame], held, x, y, locked) => {
        const to = resize(frame, held, x, y, picture, locked ? frame.width / frame.height : undefined);
        if (held.x > 0) expect(to.x).toBeCloseTo(frame.x, 5);
        if (held.x < 0) expect(to.x + to.width).toBeCloseTo(frame.x + frame.width, 5);
        if (held.y > 0) expect(to.y).toBeCloseTo(frame.y, 5);
        if (held.y < 0) expect(to.y + to.height).toBeCloseTo(frame.y + frame.height, 5);
      }),
    );
  });

  it('moving there and back leads back', () => {
    fc.assert(
      fc.property(framed, share, share, ([picture, frame], a, b) => {
        const [x, y] = [(picture.width - frame.width - frame.x) * a, (picture.height - frame.height - frame.y) * b];
        const back = move(move(frame, x, y, picture), -x, -y, picture);
        expect(back.x).toBeCloseTo(frame.x, 5);
        expect(back.y).toBeCloseTo(frame.y, 5);
      }),
    );
  });

  it('what is under the pointer stays there while it is zoomed, away from the edges', () => {
    const picture = { width: 1000, height: 800 };
    const frame = { x: 200, y: 200, width: 400, height: 300 };
    const at = { x: 0.25, y: 0.75 };
    const closer = zoom(frame, 1.6, picture, at);
    expect(closer.x + closer.width * at.x).toBeCloseTo(frame.x + frame.width * at.x);
    expect(closer.y + closer.height * at.y).toBeCloseTo(frame.y + frame.height * at.y);
  });
});

describe('turned and mirrored', () => {
  const turned = fc.record({ turn: fc.constantFrom<0 | 90 | 180 | 270>(0, 90, 180, 270), mirror: fc.boolean() });

  it('there and back leads back', () => {
    fc.assert(
      fc.property(framed, turned, ([picture, frame], how) => {
        const crop = toCrop(frame, picture, {});
        const seen = toSeen(crop, picture, how);
        expectInside(seen, seenSides(picture, how));
        const back = toCrop(seen, picture, how);
        for (const side of ['x', 'y', 'width', 'height'] as const) expect(back[side]).toBeCloseTo(crop[side], 6);
      }),
    );
  });

  it('the same part of the picture is seen: its upper left corner after a quarter is the upper right one', () => {
    const picture = { width: 400, height: 300 };
    const crop = { x: 0, y: 0, width: 0.25, height: 0.5 };
    expect(toSeen(crop, picture, { turn: 90 })).toEqual({ x: 150, y: 0, width: 150, height: 100 });
    expect(toSeen(crop, picture, { mirror: true })).toEqual({ x: 300, y: 0, width: 100, height: 150 });
    expect(toSeen(crop, picture, { turn: 180 })).toEqual({ x: 300, y: 150, width: 100, height: 150 });
    expect(toSeen(crop, picture, { turn: 90, mirror: true })).toEqual({ x: 0, y: 0, width: 150, height: 100 });
  });

  it('a quarter is always clockwise as it is seen, and four of them are none', () => {
    for (const mirror of [false, true]) {
      let turn: 0 | 90 | 180 | 270 = 0;
      const picture = { width: 400, height: 300 };
      const corner = toCrop({ x: 0, y: 0, width: 40, height: 30 }, picture, { turn, mirror });
      turn = turnedOn({ turn, mirror });
      const seen = toSeen(corner, picture, { turn, mirror });
      expect([seen.x + seen.width, seen.y]).toEqual([300, 0].map((n) => expect.closeTo(n)));
      for (let i = 0; i < 3; i++) turn = turnedOn({ turn, mirror });
      expect(turn).toBe(0);
    }
  });
});
