/** CSS pixels kept free for the numbers beside and above the cells, and for the last line. */
export const margin = { left: 34, top: 20, end: 3 };

/** Largest size of a cell in CSS pixels, and the least that zooming must give however large the cells are to begin with. */
const largestCell = 48;
const leastZoom = 4;

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Which part of the grid is looked at, and how large: `x`, `y` are the cell in the middle of the view. */
export class Camera {
  zoom = 1;
  x: number;
  y: number;
  #width = 0;
  #height = 0;

  constructor(
    readonly columns: number,
    readonly rows: number,
    /** Height of a cell for a width of one. */
    readonly aspect: number,
  ) {
    this.x = columns / 2;
    this.y = rows / 2;
  }

  /** Width of a cell in CSS pixels. */
  get cell(): number {
    return this.#fit * this.zoom;
  }
  get left(): number {
    return margin.left + this.#width / 2 - this.x * this.cell;
  }
  get top(): number {
    return margin.top + this.#height / 2 - this.y * this.cell * this.aspect;
  }
  get #fit(): number {
    return Math.max(0.01, Math.min(this.#width / this.columns, this.#height / this.rows / this.aspect));
  }

  resize(width: number, height: number): void {
    this.#width = width - margin.left - margin.end;
    this.#height = height - margin.top - margin.end;
    this.move(0, 0);
  }

  /** Keeps the cell under the given point where it is. */
  scale(factor: number, px = margin.left + this.#width / 2, py = margin.top + this.#height / 2): void {
    const [column, row] = this.at(px, py);
    const before = this.zoom;
    this.zoom = clamp(before * factor, 1, Math.max(leastZoom, largestCell / this.#fit));
    this.x = column - ((column - this.x) * before) / this.zoom;
    this.y = row - ((row - this.y) * before) / this.zoom;
    this.move(0, 0);
  }

  /** Moves the picture by CSS pixels, never further than its edges. */
  move(dx: number, dy: number): void {
    const within = (at: number, count: number, seen: number) =>
      seen >= count ? count / 2 : clamp(at, seen / 2, count - seen / 2);
    const [w, h] = [this.cell, this.cell * this.aspect];
    this.x = within(this.x - dx / w, this.columns, this.#width / w);
    this.y = within(this.y - dy / h, this.rows, this.#height / h);
  }

  /** The place on the grid, in cells from the top left, at a point of the canvas. */
  at(px: number, py: number): [column: number, row: number] {
    return [(px - this.left) / this.cell, (py - this.top) / this.cell / this.aspect];
  }
}
