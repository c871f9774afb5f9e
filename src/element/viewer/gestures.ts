import type { Camera } from './camera.js';

/** How far a finger may slip, in CSS pixels, and still have pressed rather than dragged. */
const slip = 4;

/**
 * Moves the camera by pointer, wheel and keyboard. While everything is in view, swipes and the wheel are left to the page;
 * a press on a place brings it to the middle, for those who cannot drag.
 */
export function gestures(
  canvas: HTMLElement,
  camera: Camera,
  signal: AbortSignal,
  changed: () => void,
  hover: (px: number, py: number) => void,
): void {
  const fingers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const on = <Type extends keyof HTMLElementEventMap>(type: Type, listener: (event: HTMLElementEventMap[Type]) => void) =>
    canvas.addEventListener(type, listener, { signal, passive: false });
  const place = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  on('pointerdown', (event) => {
    if (event.button) return;
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, place(event));
    canvas.setPointerCapture(event.pointerId);
  });
  on('pointermove', (event) => {
    const now = place(event);
    hover(now.x, now.y);
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, now);
    const other = [...fingers].find(([id]) => id != event.pointerId)?.[1];
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    travelled += Math.hypot(dx, dy);
    // Each finger of a pinch stretches the picture about the other one; together that moves it as well.
    if (other) {
      const reach = (from: typeof now) => Math.hypot(from.x - other.x, from.y - other.y) || 1;
      camera.scale(reach(now) / reach(before), other.x, other.y);
    } else camera.move(dx, dy);
    changed();
  });
  for (const type of ['pointerup', 'pointercancel'] as const) on(type, ({ pointerId }) => fingers.delete(pointerId));
  on('click', (event) => {
    const { x, y } = place(event);
    hover(x, y);
    if (camera.zoom == 1 || travelled > slip) return;
    [camera.x, camera.y] = camera.at(x, y);
    camera.move(0, 0);
    changed();
  });
  // A second finger means a pinch, which a browser may otherwise take for scrolling.
  on('touchstart', (event) => event.touches.length > 1 && event.preventDefault());
  // Browsers report a pinch on a touchpad as a wheel with ctrl.
  on('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { x, y } = place(event);
    camera.scale(2 ** (-event.deltaY / (event.deltaMode ? 6 : 200)), x, y);
    changed();
  });
  on('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 60;
    const keys: Record<string, (() => void) | undefined> = {
      '+': () => camera.scale(1.5),
      '-': () => camera.scale(1 / 1.5),
      '0': () => camera.scale(0),
      ...(camera.zoom > 1 && {
        ArrowLeft: () => camera.move(step, 0),
        ArrowRight: () => camera.move(-step, 0),
        ArrowUp: () => camera.move(0, step),
        ArrowDown: () => camera.move(0, -step),
      }),
    };
    const action = keys[event.key == '=' ? '+' : event.key];
    if (!action) return;
    event.preventDefault();
    action();
    changed();
  });
}
