import { channels } from '../../../chart/hex.js';
import type { Work } from '../../../chart/slices.js';
import type { Stage } from '../viewer/stage.js';

/** What is painted: these columns and rows, from inclusive, to exclusive; cells so many pixels wide. */
export interface Section {
  columns: [from: number, to: number];
  rows: [from: number, to: number];
  cell: number;
}

/** Room for the numbers, in cells of a usual size. */
const EDGE = 2.4;

/** Size of the picture of a section, in pixels. */
export function sizeOf(
  { drawn }: Stage,
  { columns, rows, cell }: Section,
): { width: number; height: number; high: number; edge: number } {
  const { width, height } = drawn!.unit;
  const high = Math.max(1, Math.round((cell * height) / width));
  const edge = Math.round(Math.max(cell, 12) * EDGE);
  const end = Math.ceil(cell / 2);
  return { width: (columns[1] - columns[0]) * cell + edge + end, height: (rows[1] - rows[0]) * high + edge + end, high, edge };
}

/** A part of the chart on white paper, as it is looked at: colours, symbols, lines, numbers. */
export function* painting(stage: Stage, section: Section): Work<HTMLCanvasElement> {
  const { columns, rows, cell } = section;
  const chart = stage.drawn!;
  const { width, height, high, edge } = sizeOf(stage, section);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const ctx = canvas.getContext('2d')!;
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, width, height);
  const stamps = Math.min(cell, high) >= 8 && stage.look !== 'colors' ? stage.stamps(cell, high) : undefined;
  const x = (column: number) => edge + (column - columns[0]) * cell;
  const y = (row: number) => edge + (row - rows[0]) * high;
  for (let row = rows[0]; row < rows[1]; row++) {
    for (let column = columns[0]; column < columns[1]; column++) {
      const color = chart.cells[row * chart.columns + column]!;
      if (stage.look !== 'symbols') {
        ctx.fillStyle = `rgb(${channels(chart.colors[color]!.hex).join()})`;
        ctx.fillRect(x(column), y(row), cell, high);
      }
      const stamp = stamps?.of(color);
      if (stamp) ctx.drawImage(stamp, x(column), y(row));
    }
    yield;
  }
  const upward = chart.direction === 'bottom-up';
  ctx.font = `${Math.max(cell * 0.7, 9)}px sans-serif`;
  ctx.textBaseline = 'middle';
  for (let column = columns[0]; column <= columns[1]; column++) {
    line(ctx, !(column % 10), cell, x(column), edge, 0, (rows[1] - rows[0]) * high);
    if (column < columns[1] && !((column + 1) % 10)) {
      ctx.textAlign = 'center';
      ctx.fillStyle = '#000';
      ctx.fillText(`${column + 1}`, x(column) + cell / 2, edge * 0.6);
    }
  }
  for (let row = rows[0]; row <= rows[1]; row++) {
    const name = upward ? chart.rows - row : row + 1;
    line(ctx, !((upward ? chart.rows - row : row) % 10), cell, edge, y(row), (columns[1] - columns[0]) * cell, 0);
    if (row < rows[1] && !(name % 10)) {
      ctx.textAlign = 'right';
      ctx.fillStyle = '#000';
      ctx.fillText(`${name}`, edge * 0.9, y(row) + high / 2);
    }
  }
  return canvas;
}

function line(ctx: CanvasRenderingContext2D, bold: boolean, cell: number, x: number, y: number, dx: number, dy: number): void {
  if (!bold && cell < 6) return;
  ctx.strokeStyle = bold ? '#000' : 'rgb(0 0 0 / 0.35)';
  ctx.lineWidth = bold ? Math.max(1, cell / 12) : Math.max(0.5, cell / 40);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + dx, y + dy);
  ctx.stroke();
}

export const toPng = (canvas: HTMLCanvasElement): Promise<Blob | undefined> =>
  new Promise((done) =>
    canvas.toBlob((blob) => {
      canvas.width = 0;
      done(blob ?? undefined);
    }),
  );
