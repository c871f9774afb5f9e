import type { Camera } from './camera.js';

/** Listens for as long as the chart is there. */
export type Listen = <Type extends keyof HTMLElementEventMap>(
  type: Type,
  listener: (event: HTMLElementEventMap[Type]) => void,
) => void;

export type Place = [x: number, y: number];

export interface Hand {
  camera: Camera;
  /** The camera has moved. */
  moved(): void;
  /** Fingers rest. */
  rested(): void;
  /** A pointer is over this place of the canvas. */
  over(x: number, y: number): void;
  /** A place was pressed, not dragged. */
  pressed(x: number, y: number): void;
  /** Whether one finger draws instead of moving the chart. */
  draws(): boolean;
  /** It has come here from there, or was just put down. */
  drawn(to: Place, from?: Place): void;
}

const REST = 160; // ms after the last turn of a wheel
const SLIP = 5; // CSS pixels that a finger may move and still have pressed rather than dragged

/**
 * Moves the camera by pointer and wheel. While everything is in view, swipes and the wheel are left to the page; a press on a
 * place brings it to the middle, for those who cannot drag.
 */
export function gestures(canvas: HTMLElement, on: Listen, hand: Hand): void {
  const { camera } = hand;
  const fingers = new Map<number, Place>();
  let travelled = 0;
  let drawing = false;
  /** Where a stroke is to begin, as long as a second finger may still make a pinch of it. */
  let put: Place | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const place = ({ clientX, clientY }: MouseEvent): Place => {
    const { left, top } = canvas.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const zoom = (factor: number, [x, y]: Place) => {
    camera.scale(factor, { x, y });
    hand.moved();
  };

  const begin = () => {
    if (put) hand.drawn(put);
    put = undefined;
  };

  on('pointerdown', (event) => {
    if (event.button) return;
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, place(event));
    canvas.setPointerCapture(event.pointerId);
    drawing = fingers.size === 1 && hand.draws();
    put = drawing ? place(event) : undefined;
  });
  on('pointermove', (event) => {
    const now = place(event);
    const before = fingers.get(event.pointerId);
    if (!before) return hand.over(...now);
    fingers.set(event.pointerId, now);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    travelled += Math.hypot(dx, dy);
    // Each finger of a pinch stretches the picture about the other one; together that moves it as well.
    if (other) {
      const reach = (from: typeof now) => Math.hypot(from[0] - other[0], from[1] - other[1]) || 1;
      return zoom(reach(now) / reach(before), other);
    }
    if (drawing) {
      if (put && travelled < SLIP) return;
      const from = put ?? before;
      begin();
      return hand.drawn(now, from);
    }
    camera.move(dx, dy);
    hand.moved();
  });
  const lift = ({ pointerId, type }: PointerEvent) => {
    if (type === 'pointerup') begin();
    if (fingers.delete(pointerId) && !fingers.size) hand.rested();
  };
  on('pointerup', lift);
  on('pointercancel', lift);
  on('click', (event) => {
    if (travelled < SLIP && !drawing) hand.pressed(...place(event));
  });
  // A second finger means a pinch, which a browser may otherwise take for scrolling.
  on('touchstart', (event) => event.touches.length > 1 && event.preventDefault());
  // Browsers report a pinch on a touchpad as a wheel with ctrl.
  on('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(2 ** (-event.deltaY / (event.deltaMode ? 6 : 200)), place(event));
    clearTimeout(resting);
    resting = setTimeout(hand.rested, REST);
  });
}
