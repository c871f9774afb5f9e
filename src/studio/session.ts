import { readAdjustments, type Adjustments, type Light } from '../image/adjustments.js';
import { adjustedSize } from '../image/sizes.js';
import { fit, reshape, zoom, type Frame, type Sides } from './crop.js';
import { seenSides, toCrop, toSeen, turnedOn } from './seen.js';
import { bounded, pieceOf, SIDES, type Bounds, type Piece, type Side } from './piece.js';
import { gridOf, tenths, unitOfFabric } from './size.js';

/** What the studio is told from outside. */
export interface Given {
  /** Pixels of the upright picture. */
  picture: Sides;
  adjustments?: unknown;
  /** What page and visitor asked for, by parameter. */
  values: Readonly<Record<string, unknown>>;
  /** Of one cell, in centimetres, for these values. */
  unit: Sides;
  /** The API makes pieces of a size in centimetres. */
  sized: boolean;
  /** Whether the visitor may change a parameter. */
  may(name: string): boolean;
  /** What the API takes of one, as its table of fields has it. */
  bounds(name: string): Bounds;
}

/** What the visitor did: how the picture is now, and the parameters that changed with it. */
export type Changed = (adjustments: Adjustments | undefined, values: Record<string, string>) => void;

/** So many times a slider brings the picture closer. */
const CLOSEST = 8;

/** What a page wrote that makes no sense is refused at the press, which says why; here the picture is as it was. */
function usable(adjustments: unknown): Adjustments {
  try {
    return readAdjustments(adjustments) ?? {};
  } catch {
    return {};
  }
}

/** What stands in the studio: frame, light and size, and what each deed makes of them. Frame and piece always have one shape. */
export class Session {
  /** Shape of frame and piece are held while either is changed. */
  locked = true;
  #given!: Given;
  readonly #changed: Changed;
  #adjustments!: Adjustments;
  #values!: Record<string, unknown>;

  constructor(given: Given, changed: Changed) {
    this.#changed = changed;
    this.tell(given);
  }

  /** Word from outside goes before what stands here. */
  tell(given: Given): void {
    this.#given = given;
    this.#adjustments = usable(given.adjustments);
    this.#values = { ...given.values };
  }

  get adjustments(): Adjustments {
    return this.#adjustments;
  }
  /** Sides of the picture as it is seen, in its own pixels. */
  get seen(): Sides {
    return seenSides(this.#given.picture, this.#adjustments);
  }
  get #piece(): Piece {
    const { picture, bounds } = this.#given;
    return pieceOf(adjustedSize(picture, this.#adjustments), this.#values, bounds);
  }
  get #decided(): number | undefined {
    return this.#given.sized ? this.#piece.decided : undefined;
  }
  /** What the visitor herself left of the picture, as it is seen. */
  get uncut(): Frame {
    return toSeen(this.#adjustments.crop, this.#given.picture, this.#adjustments);
  }
  /** What is kept of it: all, or what a decided size leaves. */
  get frame(): Frame {
    const frame = this.uncut;
    const shape = this.#decided;
    // A hundredth is less than is seen, and the rounding of a size to tenths.
    if (!shape || Math.abs(Math.log(shape / (frame.width / frame.height))) < 0.01) return frame;
    const inner = fit(frame, shape);
    return { ...inner, x: frame.x + inner.x, y: frame.y + inner.y };
  }
  /** Share of the picture that a decided size cuts off, without the visitor's doing. */
  get lost(): number {
    const { frame, uncut } = this;
    return 1 - (frame.width * frame.height) / (uncut.width * uncut.height);
  }
  /** Of the finished piece, in centimetres. */
  get size(): Sides {
    return this.#piece.size;
  }
  /** The API takes a piece of this size. */
  get taken(): boolean {
    return this.#piece.taken;
  }
  get unit(): Sides {
    return this.#given.unit;
  }
  /** Of a side in centimetres. */
  bounds(side: Side): Bounds {
    return this.#given.bounds(SIDES[side]);
  }
  get grid(): { columns: number; rows: number } {
    return gridOf(this.size, this.unit);
  }
  /** The page decided on the shape for good. */
  get shapeFixed(): boolean {
    return this.#decided !== undefined && !this.mayResize;
  }
  get mayResize(): boolean {
    return this.#given.may('widthCm') || this.#given.may('heightCm');
  }

  /** The frame was moved, zoomed or resized. */
  setFrame(frame: Frame): void {
    const before = this.frame;
    const crop = toCrop(frame, this.#given.picture, this.#adjustments);
    const shape = frame.width / frame.height;
    const reshaped = Math.abs(Math.log(before.width / before.height / shape)) > 0.002;
    this.#change(
      { crop },
      reshaped && this.#decided ? { heightCm: bounded(this.bounds('height'), this.size.width / shape) } : {},
    );
  }
  get shape(): number {
    const { width, height } = this.frame;
    return width / height;
  }
  /** How close the frame is, from 0 (all that its shape allows) to 1. */
  get closeness(): number {
    return Math.min(1, Math.log(this.times) / Math.log(CLOSEST));
  }
  /** So many times larger than all that its shape allows. */
  get times(): number {
    return fit(this.seen, this.shape).width / this.frame.width;
  }
  setCloseness(closeness: number): void {
    const { frame, seen, shape } = this;
    this.setFrame(zoom(frame, (frame.width * CLOSEST ** closeness) / fit(seen, shape).width, seen));
  }
  /** Another shape around the same middle; `undefined`: the picture's own, whole. */
  setShape(shape: number | undefined): void {
    const { seen } = this;
    this.setFrame(shape ? reshape(this.frame, shape, seen) : fit(seen));
  }
  turn(): void {
    const turn = turnedOn(this.#adjustments);
    const { width, height } = this.size;
    // A quarter turns the piece with it, unless the page has decided on it.
    if (!this.#decided || this.shapeFixed) return this.#change({ turn }, {});
    this.#change({ turn }, { widthCm: bounded(this.bounds('width'), height), heightCm: bounded(this.bounds('height'), width) });
  }
  mirror(): void {
    this.#change({ mirror: !this.#adjustments.mirror }, {});
  }
  setLight(name: Light, amount: number): void {
    this.#change({ [name]: amount }, {});
  }
  resetLight(): void {
    this.#change({ brightness: 0, contrast: 0, saturation: 0 }, {});
  }
  resetCut(): void {
    this.#change({ crop: undefined, turn: 0, mirror: false }, {});
  }

  /** One side of the piece; locked, the other follows. What the API does not take stays as it was typed: nothing is lost by a slip. */
  setSide(side: Side, length: number): void {
    const { width, height } = this.frame;
    const shape = width / height;
    const wanted = { ...this.size, [side]: length };
    if (this.locked && side === 'width') wanted.height = length / shape;
    if (this.locked && side === 'height') wanted.width = length * shape;
    this.setSize(wanted);
  }
  setSize({ width, height }: Sides): void {
    this.#change({}, { widthCm: tenths(width), heightCm: tenths(height) });
  }
  /** `undefined`: as many as the API takes by itself. */
  setColors(count: number | undefined): void {
    this.#change({}, { maxColors: count ?? '' });
  }
  /** Cloth of so many stitches to the inch; `undefined`: the API's own unit. */
  setFabric(count: number | undefined): void {
    const unit = count ? unitOfFabric(count) : '';
    this.#change({}, { unitWidthCm: unit, unitHeightCm: unit });
  }

  #change(adjustments: Adjustments, values: Record<string, number | string>): void {
    this.#adjustments = readAdjustments({ ...this.#adjustments, ...adjustments }) ?? {};
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    Object.assign(this.#values, texts);
    const touched = Object.keys(this.#adjustments).length > 0;
    this.#changed(touched ? this.#adjustments : undefined, texts);
  }
}
