/** CSS pixels kept free around the cells, for the numbers and for the mark of the current row. */
export interface Frame {
  left: number;
  top: number;
  end: number;
}

/** From so many pixels of the screen on, cells have whole ones: all are of one size, and every line is sharp. */
const WHOLE = 4;
/** A cell in CSS pixels: the largest, and the largest that a chart begins with. */
const LARGEST = 48;
const EASY = 24;

const isWhole = (pixels: number) => Math.abs(pixels - Math.round(pixels)) < 1e-6;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
/** Where cells begin that fill `size` of the `room` there is: in its middle, or such that no edge leaves a gap. */
const within = (at: number, free: number, room: number, size: number) =>
  size > room ? clamp(at, free + room - size, free) : free + (room - size) / 2;

/** Which part of the grid is looked at, and how large; everything in CSS pixels of the canvas. */
export class Camera {
  /** Where the grid begins. */
  left = 0;
  top = 0;
  /** Width and height of a cell. */
  w = 1;
  h = 1;
  frame: Frame = { left: 0, top: 0, end: 0 };
  /** The room for cells. */
  width = 1;
  height = 1;
  /** Pixels of the screen in one of CSS. */
  ratio = 1;
  #fit = 0;

  constructor(
    readonly columns: number,
    readonly rows: number,
    /** Height of a cell for a width of one. */
    readonly aspect: number,
  ) {}

  /** Whether there is more than is in view. */
  get zoomed(): boolean {
    return this.w > this.#fit * 1.001;
  }

  /** The canvas has another size: what is in its middle stays there. */
  resize(width: number, height: number, frame: Frame, ratio: number): void {
    const first = !this.#fit;
    const keep = !first && this.zoomed;
    const { x, y } = this.middle;
    const [column, row] = [(x - this.left) / this.w, (y - this.top) / this.h];
    this.frame = frame;
    this.ratio = ratio;
    this.width = Math.max(1, width - frame.left - frame.end);
    this.height = Math.max(1, height - frame.top - frame.end);
    const across = this.width / this.columns;
    const down = this.height / this.rows / this.aspect;
    this.#fit = this.#snap(Math.min(across, down), Math.floor);
    // Of a pattern that would be a dash, 300 × 10, one sees the beginning.
    const dash = Math.min(across, down) / Math.max(across, down) < 0.25;
    this.#size(keep ? this.w : first && dash ? Math.max(this.#fit, Math.min(Math.max(across, down) / 2, EASY)) : this.#fit);
    this.left = keep ? this.middle.x - column * this.w : frame.left;
    this.top = keep ? this.middle.y - row * this.h : frame.top;
    this.move(0, 0);
  }

  /** The middle of the room for cells. */
  get middle(): { x: number; y: number } {
    return { x: this.frame.left + this.width / 2, y: this.frame.top + this.height / 2 };
  }

  /** Keeps what is at the given point, or else in the middle, where it is. A factor of 0 shows the whole. */
  scale(factor: number, { x, y } = this.middle): void {
    const before = this.w;
    this.#size(clamp(before * factor, this.#fit, Math.max(this.#fit * 4, LARGEST)));
    const by = this.w / before;
    this.left = x + (this.left - x) * by;
    this.top = y + (this.top - y) * by;
    this.move(0, 0);
  }

  /** To whole pixels, once the visitor's fingers rest. */
  settle(): void {
    if (this.zoomed) this.scale(this.#snap(this.w, Math.round) / this.w);
  }

  /** Never further than the edges of the grid. */
  move(dx: number, dy: number): void {
    this.left = within(this.left + dx, this.frame.left, this.width, this.w * this.columns);
    this.top = within(this.top + dy, this.frame.top, this.height, this.h * this.rows);
  }

  /** Brings a point of the canvas to its middle. */
  center(x: number, y: number): void {
    this.move(this.middle.x - x, this.middle.y - y);
  }

  /** Brings a place on the grid into view when it is not; without a column or row that direction stays. */
  reveal(column?: number, row?: number): void {
    const by = (at: number | undefined, origin: number, size: number, free: number, room: number) => {
      if (at === undefined) return 0;
      const place = origin + (at + 0.5) * size;
      return place - size < free || place + size > free + room ? free + room / 2 - place : 0;
    };
    const { frame, width, height } = this;
    this.move(by(column, this.left, this.w, frame.left, width), by(row, this.top, this.h, frame.top, height));
  }

  /** The cell at a point of the canvas; undefined beside the grid. */
  cellAt(x: number, y: number): { column: number; row: number } | undefined {
    const [column, row] = [Math.floor((x - this.left) / this.w), Math.floor((y - this.top) / this.h)];
    return column >= 0 && row >= 0 && column < this.columns && row < this.rows ? { column, row } : undefined;
  }

  #snap(w: number, round: (value: number) => number): number {
    return w * this.ratio < WHOLE ? w : round(w * this.ratio) / this.ratio;
  }

  #size(w: number): void {
    const h = w * this.aspect;
    this.w = w;
    // Whole pixels across want whole ones down.
    this.h = h * this.ratio >= WHOLE && isWhole(w * this.ratio) ? Math.floor(h * this.ratio) / this.ratio : h;
  }
}
