import { Camera } from './camera.js';
import { draw, paint } from './draw.js';
import { gestures, type Listen } from './gestures.js';
import { button, part } from './part.js';
import type { Chart } from './replay.js';
import type { Voice } from '../texts/voice.js';

/** Most pixels the canvas may have; beyond it, very large or very fine screens get a little less sharpness. */
const mostPixels = 8e6;

/** The pattern as a picture to look around in. */
export function preview(chart: Chart, aspect: number, { say }: Voice, on: Listen) {
  const { columns, rows, cells, colors, direction } = chart;
  const camera = new Camera(columns, rows, aspect);
  const bitmap = document.createElement('canvas');
  const canvas = part('canvas', 'canvas', [], {
    role: 'img',
    tabindex: 0,
    'aria-label': say('viewerPattern', { columns, rows, colors: new Set(cells).size }),
  });
  canvas.style.aspectRatio = `${columns} / ${rows * aspect}`;
  const readout = part('span', 'readout', [say('viewerHint')]);

  let ratio = 1;
  let step = 0;
  let frame = 0;
  const changed = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      canvas.style.touchAction = camera.zoom > 1 ? 'none' : 'pan-x pan-y';
      fit.ariaDisabled = out.ariaDisabled = `${camera.zoom == 1}`;
      draw(canvas, chart, camera, bitmap, ratio, step);
    });
  };
  const zoom = (name: string, key: string, factor: number, sign = say(key)) => {
    const control = button(name, [sign], { 'aria-label': say(key) });
    on(control, 'click', () => {
      camera.scale(factor);
      changed();
    });
    return control;
  };
  const out = zoom('zoom-out', 'viewerZoomOut', 1 / 1.5, '−');
  const fit = zoom('zoom-fit', 'viewerFit', 0);

  gestures(canvas, camera, on, changed, (x, y) => {
    const column = Math.floor((x - camera.left) / camera.w);
    const row = Math.floor((y - camera.top) / camera.h);
    const inside = column >= 0 && row >= 0 && column < columns && row < rows;
    readout.textContent = inside
      ? say('viewerCell', {
          column: column + 1,
          row: direction == 'bottom-up' ? rows - row : row + 1,
          name: colors[cells[row * columns + column]!]!.name,
        })
      : say('viewerHint');
  });

  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = canvas;
    ratio = Math.min(devicePixelRatio, Math.sqrt(mostPixels / (clientWidth * clientHeight || 1)));
    canvas.width = clientWidth * ratio;
    canvas.height = clientHeight * ratio;
    camera.resize(clientWidth, clientHeight);
    changed();
  });
  observer.observe(canvas);
  // A change of theme, whoever makes it, is a transition of the canvas' own (unused) colours.
  on(canvas, 'transitionend', changed);
  paint(bitmap, chart);

  return {
    node: part('div', 'preview', [canvas, part('div', 'zoom', [out, fit, zoom('zoom-in', 'viewerZoomIn', 1.5, '+'), readout])]),
    /** Lets the cells of one colour stand out. */
    pick(color?: number): void {
      paint(bitmap, chart, color);
      changed();
    },
    /** Frames a step of the guide and brings it into view. */
    show(at: number): void {
      step = at;
      const { left, top, w, h } = camera;
      if (direction == 'columns') camera.reveal(left + (at + 0.5) * w, NaN);
      else camera.reveal(NaN, top + ((direction == 'bottom-up' ? rows - 1 - at : at) + 0.5) * h);
      changed();
    },
    end(): void {
      observer.disconnect();
      cancelAnimationFrame(frame);
      // Safari keeps the pixels of dropped canvases for a while unless they have none.
      canvas.width = bitmap.width = 0;
    },
  };
}
