// @csspart minimap - which part of the chart is seen
import { frame } from './frame.js';
import type { Plan } from '../viewer/plan/plan.js';

/** CSS pixels: its longer side, where that is no more than a part of the chart's; and how far it is from the edge. */
const SIDE = 80;
const PART = 0.35;
const EDGE = 10;

/** The whole in small, with a frame around what is in view; a press or a drag brings that place to the middle. */
export function minimap({ stage, camera, listen, changed: moved, canvas: chart }: Plan) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('part', 'minimap');
  canvas.ariaHidden = 'true';
  chart.after(canvas);
  const on = listen(canvas);
  const { columns, rows, aspect } = camera;
  const go = ({ clientX, clientY }: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
    camera.center(camera.left + x * columns * camera.w, camera.top + y * rows * camera.h);
    moved();
  };
  on('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    go(event);
  });
  on('pointermove', (event) => event.buttons && go(event));

  const late = (at: number, from: number, room: number, otherwise: boolean) =>
    at > from && at < from + room ? at > from + room / 2 : otherwise;

  return (picture: HTMLCanvasElement, veil?: HTMLCanvasElement) => {
    const { ratio, frame: free, left, top, w, h } = camera;
    canvas.hidden = !camera.zoomed;
    if (canvas.hidden) return;
    const scale = Math.min(SIDE, PART * camera.height) / Math.max(columns, rows * aspect);
    const [width, height] = [Math.max(12, columns * scale), Math.max(12, rows * aspect * scale)];
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const ctx = canvas.getContext('2d')!;
    ctx.imageSmoothingQuality = 'high';
    ctx.imageSmoothingEnabled = columns > canvas.width;
    // What is done, and where the colour is that is looked at alone, is seen here too.
    for (const each of [picture, veil]) if (each) ctx.drawImage(each, 0, 0, canvas.width, canvas.height);
    const across = (pixels: number) => (pixels / (columns * w)) * canvas.width;
    const down = (pixels: number) => (pixels / (rows * h)) * canvas.height;
    const seen = [
      Math.max(0, across(free.left - left)),
      Math.max(0, down(free.top - top)),
      Math.min(canvas.width, across(camera.width)),
      Math.min(canvas.height, down(camera.height)),
    ] as const;
    frame(canvas, seen, ratio);
    // In the corner that is looked at least, unless it is being dragged on: away from the cell at hand, where that is in view.
    const [x, y, wide, high] = seen;
    const {
      columns: [column],
      rows: [row],
    } = stage.marks!;
    const at = stage.cursor ?? { column, row };
    const isLeft = late(left + (at.column + 0.5) * w, free.left, camera.width, 2 * x + wide > canvas.width + 1);
    const isUp = late(top + (at.row + 0.5) * h, free.top, camera.height, 2 * y + high > canvas.height + 1);
    if (canvas.matches(':active')) return;
    const edges = [isUp && free.top, !isLeft && 0, !isUp && 0, isLeft && free.left];
    canvas.style.inset = edges.map((edge) => (edge === false ? 'auto' : `${edge + EDGE}px`)).join(' ');
  };
}
