import type { Camera } from './camera.js';

/** Listens for as long as the viewer is there. */
export type Listen = <Type extends keyof HTMLElementEventMap>(
  node: HTMLElement,
  type: Type,
  listener: (event: HTMLElementEventMap[Type]) => void,
) => void;

/**
 * Moves the camera by pointer, wheel and keyboard. While everything is in view, swipes and the wheel are left to the page;
 * a press on a place brings it to the middle, for those who cannot drag.
 */
export function gestures(
  canvas: HTMLElement,
  camera: Camera,
  on: Listen,
  changed: () => void,
  hover: (x: number, y: number) => void,
): void {
  const fingers = new Map<number, [x: number, y: number]>();
  let travelled = 0;
  const place = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const { left, top } = canvas.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  on(canvas, 'pointerdown', (event) => {
    if (event.button) return;
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, place(event));
    canvas.setPointerCapture(event.pointerId);
  });
  on(canvas, 'pointermove', (event) => {
    const now = place(event);
    hover(...now);
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, now);
    const other = [...fingers].find(([id]) => id != event.pointerId)?.[1];
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    travelled += Math.hypot(dx, dy);
    // Each finger of a pinch stretches the picture about the other one; together that moves it as well.
    if (other) {
      const reach = (from: typeof now) => Math.hypot(from[0] - other[0], from[1] - other[1]) || 1;
      camera.scale(reach(now) / reach(before), ...other);
    } else camera.move(dx, dy);
    changed();
  });
  for (const type of ['pointerup', 'pointercancel'] as const) on(canvas, type, ({ pointerId }) => fingers.delete(pointerId));
  on(canvas, 'click', (event) => {
    const at = place(event);
    hover(...at);
    // A finger may slip a little and still have pressed rather than dragged.
    if (travelled < 5) camera.center(...at);
    changed();
  });
  // A second finger means a pinch, which a browser may otherwise take for scrolling.
  on(canvas, 'touchstart', (event) => event.touches.length > 1 && event.preventDefault());
  // Browsers report a pinch on a touchpad as a wheel with ctrl.
  on(canvas, 'wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    camera.scale(2 ** (-event.deltaY / (event.deltaMode ? 6 : 200)), ...place(event));
    changed();
  });
  on(canvas, 'keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, 0: 0 }[event.key];
    const arrow = /^Arrow(?:(Left|Right)|(Up|Down))/.exec(event.key);
    if (factor != null) camera.scale(factor);
    else if (arrow && camera.zoom > 1) {
      const by = /L|U/.test(event.key) ? 60 : -60;
      camera.move(arrow[1] ? by : 0, arrow[2] ? by : 0);
    } else return;
    event.preventDefault();
    changed();
  });
}
