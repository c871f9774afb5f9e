import fc from 'fast-check';
import type { Adjustments } from '../../../src/image/adjustments.js';
import { Session, type Given } from '../../../src/studio/session.js';

const landscape: Given = {
  picture: { width: 3000, height: 2000 },
  values: {},
  unit: { width: 0.18, height: 0.18 },
  sized: true,
  may: () => true,
  bounds: () => ({ min: 10, max: 1000 }),
};
function open(given: Partial<Given> = {}) {
  const told: { adjustments?: Adjustments; values: Record<string, string> }[] = [];
  const session = new Session({ ...landscape, ...given }, (adjustments, values) => told.push({ adjustments, values }));
  return { session, told, last: () => told.at(-1)! };
}
const shapeOf = ({ width, height }: { width: number; height: number }) => width / height;

describe('a session', () => {
  it('untouched: the whole picture, its height following its shape, and nothing is told', () => {
    const { session, told } = open();
    expect(session.frame).toEqual({ x: 0, y: 0, width: 3000, height: 2000 });
    expect(session.size).toEqual({ width: 30, height: 20 });
    expect(session.grid).toEqual({ columns: 166, rows: 111 });
    expect(told).toEqual([]);
    expect(open({ picture: { width: 2000, height: 3000 } }).session.size).toEqual({ width: 30, height: 45 });
  });

  it('a size that the page decided on cuts from the middle, and says how much', () => {
    const { session } = open({ values: { widthCm: 20, heightCm: 20 } });
    expect(session.frame).toEqual({ x: 500, y: 0, width: 2000, height: 2000 });
    expect(session.lost).toBeCloseTo(1 / 3);
    expect(session.adjustments).toEqual({});
  });

  it('a new side takes the other along while they are locked, and cuts when they are not', () => {
    const { session, last } = open();
    session.setSide('width', 45);
    expect(last().values).toEqual({ widthCm: '45', heightCm: '30' });
    expect(last().adjustments).toBeUndefined();
    session.setSide('height', 20);
    expect(session.size).toEqual({ width: 30, height: 20 });
    session.locked = false;
    session.setSide('height', 30);
    expect(session.size).toEqual({ width: 30, height: 30 });
    expect(shapeOf(session.frame)).toBeCloseTo(1);
  });

  it('what the API does not take stays as it was typed, and the proportions with it', () => {
    const { session } = open();
    session.setSide('width', 5);
    expect(session.size).toEqual({ width: 5, height: 3.3 });
    session.setSide('width', 30);
    expect(session.size.height).toBeCloseTo(20, 0);
    expect(session.lost).toBeLessThan(0.02);
  });

  it('a strip that is too flat for the API is framed as it will be cut, by the bounds of its table', () => {
    const { session } = open({ picture: { width: 5000, height: 1000 } });
    expect(session.size).toEqual({ width: 30, height: 10 });
    expect(session.frame).toEqual({ x: 1000, y: 0, width: 3000, height: 1000 });
    expect(session.lost).toBeCloseTo(0.4);
    session.setSize({ width: 50, height: 10 });
    expect(session.lost).toBe(0);
    const other = open({ picture: { width: 5000, height: 1000 }, bounds: () => ({ min: 2, max: 9 }) }).session;
    expect(other.size).toEqual({ width: 30, height: 6 });
    expect(other.lost).toBe(0);
  });

  it('a frame of another shape takes the height along', () => {
    const { session, last } = open();
    session.setFrame({ x: 0, y: 0, width: 1000, height: 2000 });
    expect(session.size).toEqual({ width: 30, height: 60 });
    expect(last().values).toEqual({});
    session.setSide('width', 20);
    session.setShape(1);
    expect(session.size).toEqual({ width: 20, height: 20 });
    session.setShape(undefined);
    expect(shapeOf(session.size)).toBeCloseTo(1.5, 1);
  });

  it('a quarter turns frame and piece; four of them are none', () => {
    const { session, last } = open({ values: { widthCm: '30', heightCm: '20' } });
    session.turn();
    expect(last().adjustments).toEqual({ turn: 90 });
    expect(session.size).toEqual({ width: 20, height: 30 });
    expect(session.seen).toEqual({ width: 2000, height: 3000 });
    for (let i = 0; i < 3; i++) session.turn();
    expect(last().adjustments).toBeUndefined();
    expect(session.size).toEqual({ width: 30, height: 20 });
  });

  it('where the page decided for good, a turn keeps the piece and cuts the picture', () => {
    const { session, last } = open({ values: { widthCm: 30, heightCm: 20 }, may: () => false });
    expect(session.shapeFixed).toBe(true);
    session.turn();
    expect(last().values).toEqual({});
    expect(shapeOf(session.frame)).toBeCloseTo(1.5);
  });

  it('light is told while it is not zero, and goes back with one press', () => {
    const { session, last } = open();
    session.setLight('brightness', 12);
    session.setLight('saturation', -50);
    expect(last().adjustments).toEqual({ brightness: 12, saturation: -50 });
    session.resetLight();
    expect(last().adjustments).toBeUndefined();
  });

  it('cloth and colours are told by the API’s names', () => {
    const { session, last } = open();
    session.setFabric(14);
    expect(last().values).toEqual({ unitWidthCm: '0.1814', unitHeightCm: '0.1814' });
    session.setFabric(undefined);
    expect(last().values).toEqual({ unitWidthCm: '', unitHeightCm: '' });
    session.setColors(12);
    expect(last().values).toEqual({ maxColors: '12' });
    session.setColors(undefined);
    expect(last().values).toEqual({ maxColors: '' });
  });

  it('frame and piece have one shape, whatever is done in whatever order', () => {
    const amount = fc.integer({ min: 100, max: 3000 }).map((n) => n / 10);
    const deed = fc.oneof(
      fc.constant((session: Session) => session.turn()),
      fc.constant((session: Session) => session.mirror()),
      fc.boolean().map((locked) => (session: Session) => void (session.locked = locked)),
      amount.map((length) => (session: Session) => session.setSide('width', length)),
      amount.map((length) => (session: Session) => session.setSide('height', length)),
      fc.constantFrom(undefined, 0.75, 1, 1.5).map((shape) => (session: Session) => session.setShape(shape)),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const { session } = open();
        for (const each of deeds) each(session);
        const { frame, seen, size } = session;
        expect(Math.min(frame.x, frame.y)).toBeGreaterThanOrEqual(-0.001 * seen.width);
        expect(frame.x + frame.width).toBeLessThanOrEqual(seen.width * 1.001);
        expect(frame.y + frame.height).toBeLessThanOrEqual(seen.height * 1.001);
        // Sides in tenths of a centimetre, and within what the API takes.
        if (Math.min(size.width, size.height) > 10 && Math.max(size.width, size.height) < 1000)
          expect(Math.abs(Math.log(shapeOf(frame) / shapeOf(size)))).toBeLessThan(0.03);
      }),
      { numRuns: 500 },
    );
  });
});
