import { margin, type Camera } from './camera.js';
import type { Chart } from './replay.js';
import { lay } from './texture.js';

const thin = 'rgb(90 80 70 / .28)';
const bold = 'rgb(60 50 40 / .6)';

/** One pixel a cell. With a chosen colour the others fade: to light beside a dark colour, to dark beside a light one. */
export function paint(bitmap: HTMLCanvasElement, { cells, colors, columns, rows }: Chart, chosen?: number): void {
  bitmap.width = columns;
  bitmap.height = rows;
  const rgb = colors.map(({ hex }) => (hex ? parseInt(hex.slice(1), 16) : -1));
  const channels = (color: number) => [color >> 16, (color >> 8) & 255, color & 255] as const;
  const [r, g, b] = channels(Math.max(rgb[chosen ?? -1] ?? 0, 0));
  const fade = r * 0.3 + g * 0.59 + b * 0.11 > 150 ? 45 : 236;
  const ink = rgb.map((color, index) => {
    if (color < 0) return [0, 0, 0, 0];
    const own = channels(color);
    return [...(chosen == null || index == chosen ? own : own.map((value) => fade + (value - fade) * 0.14)), 255];
  });
  const ctx = bitmap.getContext('2d')!;
  const image = ctx.createImageData(columns, rows);
  // Whole pixels at a time, in the byte order of the machine.
  const words = ink.map((bytes) => new Uint32Array(Uint8Array.from(bytes).buffer)[0]!);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < cells.length; i++) pixels[i] = words[cells[i]!]!;
  ctx.putImageData(image, 0, 0);
}

/** Draws what the camera sees: only the cells in view, so a zoomed large grid costs no more than a small one. */
export function draw(
  canvas: HTMLCanvasElement,
  { columns, rows, direction }: Chart,
  camera: Camera,
  bitmap: HTMLCanvasElement,
  /** Canvas pixels for one CSS pixel. */
  ratio: number,
  niche?: string,
  step?: number,
): void {
  const ctx = canvas.getContext('2d')!;
  const { width, height } = canvas;
  const { color, backgroundColor, caretColor: accent } = getComputedStyle(canvas);
  const [left, top] = [margin.left * ratio, margin.top * ratio];
  const [ox, oy] = [camera.left * ratio, camera.top * ratio];
  const [w, h] = [camera.cell * ratio, camera.cell * camera.aspect * ratio];
  ctx.clearRect(0, 0, width, height);

  // first and last cell in view, and the box they fill
  const view = (count: number, origin: number, size: number, low: number, high: number) =>
    [Math.max(0, Math.floor((low - origin) / size)), Math.min(count, Math.ceil((high - origin) / size))] as const;
  const [c0, c1] = view(columns, ox, w, left, width);
  const [r0, r1] = view(rows, oy, h, top, height);
  const box: [number, number, number, number] = [ox + c0 * w, oy + r0 * h, (c1 - c0) * w, (r1 - r0) * h];
  ctx.imageSmoothingEnabled = w < 1;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(bitmap, c0, r0, c1 - c0, r1 - r0, ...box);
  if (w > 11 * ratio) lay(ctx, niche, box, { a: w, d: h, e: ox, f: oy });

  const lines = (vertical: boolean, label?: (number: number, at: number) => void) => {
    const [first, last, count, origin, size, low] = vertical ? [c0, c1, columns, ox, w, left] : [r0, r1, rows, oy, h, top];
    const gap = [10, 50, 100, 500, 1000, 5000].find((step) => step * size > 32 * ratio)!;
    for (let i = first; i <= last; i++) {
      // What is built from the bottom is counted from the bottom, as in the guide.
      const upward = !vertical && direction == 'bottom-up';
      const number = upward ? count - i : i;
      const ten = !(number % 10);
      if (label) {
        const at = origin + (upward ? i + 0.5 : i - 0.5) * size;
        if (number && !(number % gap) && at > low) label(number, at);
      } else if (size >= (ten ? 2.5 : 6) * ratio) {
        const thick = Math.ceil((ten && size >= 6 * ratio ? 1.5 : 0.6) * ratio);
        const at = Math.round(origin + i * size - thick / 2);
        ctx.fillStyle = ten && size >= 6 * ratio ? bold : thin;
        ctx.fillRect(...((vertical ? [at, box[1], thick, box[3]] : [box[0], at, box[2], thick]) as typeof box));
      }
    }
  };
  lines(true);
  lines(false);

  if (step != null) {
    const across = direction != 'columns';
    const at = direction == 'bottom-up' ? rows - 1 - step : step;
    const frame = across ? [box[0], oy + at * h, box[2], h] : [ox + at * w, box[1], w, box[3]];
    for (const [style, grow, thick] of [
      [backgroundColor, 2.5, 1.5],
      [accent, 1, 2],
    ] as const) {
      ctx.strokeStyle = style;
      ctx.lineWidth = thick * ratio;
      const [x, y, fw, fh] = frame as typeof box;
      ctx.strokeRect(x - grow * ratio, y - grow * ratio, fw + 2 * grow * ratio, fh + 2 * grow * ratio);
    }
  }

  // The numbers stay beside the cells while these slide beneath.
  ctx.clearRect(0, 0, width, top - 3 * ratio);
  ctx.clearRect(0, 0, left - 3 * ratio, height);
  ctx.fillStyle = color;
  ctx.font = `${10.5 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'center';
  const [x0, y0] = [Math.max(left, ox) - 7 * ratio, Math.max(top, oy) - 10 * ratio];
  lines(true, (number, at) => ctx.fillText(String(number), at, y0));
  ctx.textAlign = 'right';
  lines(false, (number, at) => ctx.fillText(String(number), x0, at));
}
