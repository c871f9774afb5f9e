import { margin, type Camera } from './camera.js';
import type { Chart } from './replay.js';

const thin = 'rgb(90 80 70 / .28)';
const bold = 'rgb(60 50 40 / .6)';

/** One pixel a cell. With a chosen colour the others fade: to light beside a dark colour, to dark beside a light one. */
export function paint(bitmap: HTMLCanvasElement, { cells, colors, columns, rows }: Chart, chosen?: number): void {
  bitmap.width = columns;
  bitmap.height = rows;
  const channels = (hex = '#000000') => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const [red, green, blue] = channels(colors[chosen ?? -1]?.hex) as [number, number, number];
  const fade = red * 0.3 + green * 0.59 + blue * 0.11 > 150 ? 45 : 236;
  const ink = colors.map(({ hex }, index) => {
    const own = channels(hex);
    const [r, g, b] = (chosen == null || index == chosen ? own : own.map((value) => fade + (value - fade) * 0.14)) as typeof own;
    // Where there is no readable colour the background shows. Whole pixels in the byte order of every machine with a browser.
    return hex ? 0xff000000 | (b! << 16) | (g! << 8) | r! : 0;
  });
  const ctx = bitmap.getContext('2d')!;
  const image = ctx.createImageData(columns, rows);
  new Uint32Array(image.data.buffer).set(Uint32Array.from(cells, (color) => ink[color]!));
  ctx.putImageData(image, 0, 0);
}

/** Draws what the camera sees: only the cells in view, so a zoomed large grid costs no more than a small one. */
export function draw(
  canvas: HTMLCanvasElement,
  { columns, rows, direction }: Chart,
  { left, top, w, h }: Camera,
  bitmap: HTMLCanvasElement,
  /** Canvas pixels for one CSS pixel. */
  ratio: number,
  step: number,
): void {
  const ctx = canvas.getContext('2d')!;
  const [width, height] = [canvas.width / ratio, canvas.height / ratio];
  const { color, backgroundColor, caretColor } = getComputedStyle(canvas);
  const upward = direction == 'bottom-up';
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);

  // First and last cell in view.
  const seen = (origin: number, size: number, count: number, low: number, high: number) => [
    Math.max(0, Math.floor((low - origin) / size)),
    Math.min(count, Math.ceil((high - origin) / size)),
  ];
  const [c0, c1] = seen(left, w, columns, margin.left, width) as [number, number];
  const [r0, r1] = seen(top, h, rows, margin.top, height) as [number, number];
  const [x, y, boxWidth, boxHeight] = [left + c0 * w, top + r0 * h, (c1 - c0) * w, (r1 - r0) * h];
  ctx.imageSmoothingEnabled = w < 1;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(bitmap, c0, r0, c1 - c0, r1 - r0, x, y, boxWidth, boxHeight);

  const numbers: [text: string, x: number, y: number][] = [];
  const axis = (across: boolean, first: number, last: number, count: number, origin: number, size: number) => {
    const gap = [10, 50, 100, 500, 1000, 5000].find((step) => step * size > 32)!;
    for (let i = first; i <= last; i++) {
      // What is built from the bottom is counted from the bottom, as in the guide.
      const back = across && upward;
      const number = back ? count - i : i;
      const strong = !(number % 10) && size >= 6;
      if (strong || size >= (number % 10 ? 6 : 2.5)) {
        const thick = Math.ceil((strong ? 1.5 : 0.6) * ratio) / ratio;
        const at = Math.round((origin + i * size - thick / 2) * ratio) / ratio;
        ctx.fillStyle = strong ? bold : thin;
        if (across) ctx.fillRect(x, at, boxWidth, thick);
        else ctx.fillRect(at, y, thick, boxHeight);
      }
      const middle = origin + (back ? i + 0.5 : i - 0.5) * size;
      if (number && !(number % gap) && middle > (across ? margin.top : margin.left))
        numbers.push(
          across ? [`${number}`, Math.max(margin.left, left) - 7, middle] : [`${number}`, middle, Math.max(margin.top, top) - 10],
        );
    }
    return numbers.splice(0);
  };
  const above = axis(false, c0, c1, columns, left, w);
  const beside = axis(true, r0, r1, rows, top, h);

  const frame =
    direction == 'columns'
      ? ([left + step * w, y, w, boxHeight] as const)
      : ([x, top + (upward ? rows - 1 - step : step) * h, boxWidth, h] as const);
  // The accent between two lines of the background, to be seen on any colour.
  for (const [style, thick] of [
    [backgroundColor, 5],
    [caretColor, 2],
  ] as const) {
    ctx.strokeStyle = style;
    ctx.lineWidth = thick;
    ctx.strokeRect(frame[0] - 1, frame[1] - 1, frame[2] + 2, frame[3] + 2);
  }

  // The numbers stay beside the cells while these slide beneath.
  ctx.clearRect(0, 0, width, margin.top - 3);
  ctx.clearRect(0, 0, margin.left - 3, height);
  ctx.fillStyle = color;
  ctx.font = '10.5px system-ui,sans-serif';
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'center';
  for (const number of above) ctx.fillText(...number);
  ctx.textAlign = 'right';
  for (const number of beside) ctx.fillText(...number);
}
