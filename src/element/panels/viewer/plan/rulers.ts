import type { Scene } from './draw.js';

/** What is marked beside the cells. */
export interface Marks {
  /** Columns and rows from (inclusive) and to (exclusive) that are being worked: one of them is a single line. */
  columns: [from: number, to: number];
  rows: [from: number, to: number];
}

interface View {
  c0: number;
  c1: number;
  r0: number;
  r1: number;
  atX(column: number): number;
  atY(row: number): number;
}

const STEPS = [1, 10, 50, 100, 500, 1000, 5000, 10_000];

/** Numbers above and beside the cells, which stay in view while these slide beneath, and the mark of what is worked now. */
export function rulers(ctx: CanvasRenderingContext2D, { canvas, camera, paints, marks }: Scene, view: View): void {
  const { ratio, frame, w, h, rows, columns } = camera;
  const { chart } = paints;
  const { atX, atY } = view;
  const { color, backgroundColor, caretColor, fontSize, fontFamily } = getComputedStyle(canvas);
  const size = parseFloat(fontSize) * ratio;
  const [left, top, end] = [frame.left * ratio, frame.top * ratio, frame.end * ratio];
  const right = Math.min(canvas.width - end, atX(columns));
  const bottom = Math.min(canvas.height - end, atY(rows));
  const [startX, startY] = [Math.max(left, atX(0)), Math.max(top, atY(0))];

  ctx.strokeStyle = color;
  ctx.lineWidth = Math.max(1, Math.round(ratio));
  const half = ctx.lineWidth / 2;
  ctx.strokeRect(atX(0) - half, atY(0) - half, atX(columns) - atX(0) + 2 * half, atY(rows) - atY(0) + 2 * half);
  // Whatever slid out of the room for cells.
  ctx.clearRect(0, 0, canvas.width, top - 2 * half);
  ctx.clearRect(0, 0, left - 2 * half, canvas.height);
  ctx.clearRect(canvas.width - end + 2 * half, 0, end, canvas.height);
  ctx.clearRect(0, canvas.height - end + 2 * half, canvas.width, end);

  ctx.font = `${size}px ${fontFamily}`;
  ctx.textBaseline = 'middle';
  const [byRow, byColumn] = [chart.direction !== 'columns', chart.direction === 'columns'];
  const upward = chart.direction === 'bottom-up';
  const pad = 4 * ratio;

  /** A line's number with the accent behind it where it is the one being worked. */
  const number = (text: string, x: number, y: number, align: 'center' | 'right', current: boolean) => {
    const width = ctx.measureText(text).width;
    const from = align === 'center' ? x - width / 2 : x - width;
    if (current) {
      ctx.fillStyle = caretColor;
      ctx.beginPath();
      ctx.roundRect?.(from - pad, y - size * 0.72, width + 2 * pad, size * 1.44, size / 3);
      ctx.fill();
    }
    ctx.fillStyle = current ? backgroundColor : color;
    ctx.fillText(text, from, y + size * 0.06);
  };
  const step = (cell: number, need: number) => STEPS.find((every) => every * cell * ratio >= need) ?? 50_000;
  const isCurrent = (at: number, [from, to]: [number, number], own: boolean) => own && at >= from && at < to;

  const everyColumn = step(w, ctx.measureText(`${columns}`).width + 3 * pad);
  for (let column = view.c0; column < view.c1; column++) {
    const x = (atX(column) + atX(column + 1)) / 2;
    const current = isCurrent(column, marks.columns, byColumn);
    const near = byColumn && Math.abs(x - atX(marks.columns[0])) < size * 3;
    if ((current || (!((column + 1) % everyColumn) && !near)) && x >= left && x <= canvas.width - end)
      number(`${column + 1}`, x, startY - size * 0.8 - pad, 'center', current);
  }
  const everyRow = step(h, size * 1.6);
  for (let row = view.r0; row < view.r1; row++) {
    const y = (atY(row) + atY(row + 1)) / 2;
    const name = upward ? rows - row : row + 1;
    const current = isCurrent(row, marks.rows, byRow);
    const near = byRow && Math.abs(y - atY(marks.rows[0])) < size * 1.5;
    if ((current || (!(name % everyRow) && !near)) && y >= top && y <= canvas.height - end)
      number(`${name}`, startX - pad * 2.5, y, 'right', current);
  }

  // Bars along the edges, outside of the cells: where the current line and its run lie.
  ctx.fillStyle = caretColor;
  const bar = 3 * ratio;
  const clip = (at: number, low: number, high: number) => Math.min(Math.max(at, low), high);
  const [x0, x1] = marks.columns.map((column) => clip(atX(column), startX, right)) as [number, number];
  const [y0, y1] = marks.rows.map((row) => clip(atY(row), startY, bottom)) as [number, number];
  if (x1 > x0) {
    ctx.fillRect(x0, startY - bar - 2 * half, x1 - x0, bar);
    if (byColumn) ctx.fillRect(x0, bottom + 2 * half, x1 - x0, bar);
  }
  if (y1 > y0) {
    ctx.fillRect(startX - bar - 2 * half, y0, bar, y1 - y0);
    if (byRow) ctx.fillRect(right + 2 * half, y0, bar, y1 - y0);
  }
}
