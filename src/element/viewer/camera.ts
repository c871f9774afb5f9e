/** CSS pixels kept free for the numbers beside and above the cells, and for the last line. */
export const margin = { left: 34, top: 20, end: 3 };

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
/** Where cells begin that fill `size` of the `room` there is: in its middle, or such that no edge leaves a gap. */
const within = (at: number, free: number, room: number, size: number) =>
  size > room ? clamp(at, free + room - size, free) : free + (room - size) / 2;

/** Which part of the grid is looked at, and how large; everything in CSS pixels of the canvas. */
export class Camera {
  zoom = 1;
  /** Where the grid begins. */
  left = margin.left;
  top = margin.top;
  /** Width and height of a cell. */
  w = 1;
  h = 1;
  #width = 1;
  #height = 1;
  #fit = 1;

  constructor(
    readonly columns: number,
    readonly rows: number,
    /** Height of a cell for a width of one. */
    readonly aspect: number,
  ) {}

  resize(width: number, height: number): void {
    const before = this.#fit;
    this.#width = width - margin.left - margin.end;
    this.#height = height - margin.top - margin.end;
    this.#fit = Math.max(0.01, Math.min(this.#width / this.columns, this.#height / this.rows / this.aspect));
    this.#stretch(this.#fit / before, margin.left, margin.top);
  }

  /** Keeps what is at the given point, or else in the middle, where it is. */
  scale(factor: number, x = margin.left + this.#width / 2, y = margin.top + this.#height / 2): void {
    const before = this.zoom;
    // To cells of 48 pixels, or fourfold where they are large to begin with.
    this.zoom = clamp(before * factor, 1, Math.max(4, 48 / this.#fit));
    this.#stretch(this.zoom / before, x, y);
  }

  #stretch(factor: number, x: number, y: number): void {
    this.left = x + (this.left - x) * factor;
    this.top = y + (this.top - y) * factor;
    this.w = this.#fit * this.zoom;
    this.h = this.w * this.aspect;
    this.move(0, 0);
  }

  /** Never further than the edges of the grid. */
  move(dx: number, dy: number): void {
    this.left = within(this.left + dx, margin.left, this.#width, this.w * this.columns);
    this.top = within(this.top + dy, margin.top, this.#height, this.h * this.rows);
  }

  /** Brings a point of the canvas to its middle. */
  center(x: number, y: number): void {
    this.move(margin.left + this.#width / 2 - x, margin.top + this.#height / 2 - y);
  }

  /** Brings a point into view when it is not. */
  reveal(x: number, y: number): void {
    const seen = (at: number, free: number, room: number) => (at < free || at > free + room ? at : free + room / 2);
    this.center(seen(x, margin.left, this.#width), seen(y, margin.top, this.#height));
  }
}
