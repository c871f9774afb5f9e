import { Camera, margin } from './camera.js';
import { draw, paint } from './draw.js';
import { gestures } from './gestures.js';
import { button, part } from './part.js';
import type { Chart } from './replay.js';
import type { Voice } from './viewer-strings.js';

/** Most pixels the canvas may have; beyond it, very large or very fine screens get a little less sharpness. */
const mostPixels = 8e6;

/** The pattern as a picture to look around in. */
export function preview(chart: Chart, aspect: number, niche: string | undefined, voice: Voice, signal: AbortSignal) {
  const { columns, rows, cells, colors, direction } = chart;
  const { say } = voice;
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
  let step: number | undefined;
  let frame = 0;
  const changed = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      canvas.style.touchAction = camera.zoom > 1 ? 'none' : 'pan-x pan-y';
      fit.ariaDisabled = out.ariaDisabled = String(camera.zoom == 1);
      draw(canvas, chart, camera, bitmap, ratio, niche, step);
    });
  };
  const zoom = (name: string, text: string, key: string, factor: number) => {
    const control = button('viewer-button ' + name, [text], { 'aria-label': say(key) });
    const press = () => {
      camera.scale(factor);
      changed();
    };
    control.addEventListener('click', press, { signal });
    return control;
  };
  const out = zoom('zoom-out', '−', 'viewerZoomOut', 1 / 1.5);
  const fit = zoom('zoom-fit', say('viewerFit'), 'viewerFit', 0);
  const tools = part('div', 'zoom', [readout, out, fit, zoom('zoom-in', '+', 'viewerZoomIn', 1.5)]);

  gestures(canvas, camera, signal, changed, (px, py) => {
    const [column, row] = camera.at(px, py).map(Math.floor) as [number, number];
    const inside = column >= 0 && row >= 0 && column < columns && row < rows;
    readout.textContent = inside
      ? say('viewerCell', {
          column: column + 1,
          row: direction == 'bottom-up' ? rows - row : row + 1,
          name: colors[cells[row * columns + column]!]!.name,
        })
      : say('viewerHint');
  });

  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    // Safari does not tell the exact number of device pixels.
    const exact = entry!.devicePixelContentBoxSize?.[0]?.inlineSize ?? width * devicePixelRatio;
    ratio = Math.min(exact / width || 1, Math.sqrt(mostPixels / (width * height || 1)));
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    camera.resize(width, height);
    changed();
  });
  observer.observe(canvas);
  // A change of theme, whoever makes it, is a transition of the canvas' own (unused) text colour.
  canvas.addEventListener('transitionend', changed, { signal });
  paint(bitmap, chart);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    // Safari keeps the pixels of dropped canvases for a while unless they have none.
    canvas.width = bitmap.width = 0;
  });

  return {
    node: part('div', 'preview', [canvas, tools]),
    /** Lets the cells of one colour stand out. */
    pick(color?: number): void {
      paint(bitmap, chart, color);
      changed();
    },
    /** Frames a step of the guide and brings it into view. */
    show(at: number): void {
      step = at;
      const across = direction != 'columns';
      const line = (direction == 'bottom-up' ? rows - 1 - at : at) + 0.5;
      const { clientWidth, clientHeight } = canvas;
      const [column, row] = camera.at(margin.left, margin.top);
      const [lastColumn, lastRow] = camera.at(clientWidth, clientHeight);
      if (across ? line < row || line > lastRow : line < column || line > lastColumn) {
        if (across) camera.y = line;
        else camera.x = line;
        camera.move(0, 0);
      }
      changed();
    },
  };
}
