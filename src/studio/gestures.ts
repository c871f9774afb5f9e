import { fit, move, resize, zoom, type Frame, type Hold, type Sides } from './crop.js';

/** The part of the stage that gestures work on. */
export interface Grip {
  frame: Frame;
  seen: Sides;
  /** Held while the frame is resized; undefined: free. */
  shape?: number;
  /** Dots of the screen that one pixel of the picture takes. */
  scale: number;
}

export interface Hands {
  /** Undefined while nothing may be moved. */
  grip(): Grip | undefined;
  moves(frame: Frame): void;
  /** A handle is held, or let go: the picture stands still meanwhile. */
  holds(held: boolean): void;
}

const KEYS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Share of the frame that one press of a key moves. */
const STEP = 0.02;

const holdOf = (target: EventTarget | null): Hold | undefined => {
  const hold = (target as HTMLElement | null)?.dataset?.hold?.split(' ').map(Number);
  return hold && ({ x: hold[0], y: hold[1] } as Hold);
};

/** Mouse, fingers, wheel and keys on the stage. The picture moves under the frame, as in a phone's own editor. */
export function gestures(stage: HTMLElement, { grip, moves, holds }: Hands): () => void {
  const life = new AbortController();
  const pointers = new Map<number, { x: number; y: number }>();
  let hold: Hold | undefined;
  const on = <Type extends keyof HTMLElementEventMap>(type: Type, listener: (event: HTMLElementEventMap[Type]) => void) =>
    stage.addEventListener(type, listener, { signal: life.signal, passive: false });

  /** A place on the screen as a share of the frame. */
  const shareAt = (x: number, y: number) => {
    const box = stage.querySelector('[part~=crop-frame]')!.getBoundingClientRect();
    return { x: (x - box.x) / box.width, y: (y - box.y) / box.height };
  };
  const spread = () => {
    const [one, other] = [...pointers.values()];
    return { far: Math.hypot(one!.x - other!.x, one!.y - other!.y), x: (one!.x + other!.x) / 2, y: (one!.y + other!.y) / 2 };
  };

  on('pointerdown', (event) => {
    if (!grip() || event.button || !(event.target as Element).closest('[data-crop]')) return;
    hold = pointers.size ? undefined : holdOf(event.target);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    stage.setPointerCapture(event.pointerId);
    if (hold) holds(true);
  });
  on('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    const now = grip();
    if (!last || !now) return;
    event.preventDefault();
    const before = pointers.size > 1 ? spread() : undefined;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const [x, y] = [(event.clientX - last.x) / now.scale, (event.clientY - last.y) / now.scale];
    if (before) {
      const after = spread();
      const closer = zoom(now.frame, after.far / before.far || 1, now.seen, shareAt(after.x, after.y));
      moves(move(closer, (before.x - after.x) / now.scale, (before.y - after.y) / now.scale, now.seen));
    } else if (hold) moves(resize(now.frame, hold, x, y, now.seen, now.shape));
    else moves(move(now.frame, -x, -y, now.seen));
  });
  const release = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || !hold) return;
    hold = undefined;
    holds(false);
  };
  on('pointerup', release);
  on('pointercancel', release);
  on('wheel', (event) => {
    const now = grip();
    if (!now) return;
    event.preventDefault();
    moves(zoom(now.frame, 1.002 ** -event.deltaY, now.seen, shareAt(event.clientX, event.clientY)));
  });
  on('dblclick', (event) => {
    const now = grip();
    if (now && (event.target as Element).closest('[data-crop]')) moves(fit(now.seen, now.shape));
  });
  on('keydown', (event) => {
    const now = grip();
    if (!now || event.ctrlKey || event.metaKey || event.altKey || !(event.target as Element).closest('[data-crop]')) return;
    const { frame, seen, shape } = now;
    const arrow = KEYS[event.key];
    const held = holdOf(event.target);
    const step = STEP * Math.max(frame.width, frame.height);
    let to: Frame | undefined;
    if (arrow && (held || event.shiftKey))
      to = resize(frame, held ?? { x: 1, y: 1 }, arrow[0] * step, arrow[1] * step, seen, shape);
    else if (arrow) to = move(frame, arrow[0] * step, arrow[1] * step, seen);
    else if (event.key === '+' || event.key === '=') to = zoom(frame, 1.1, seen);
    else if (event.key === '-') to = zoom(frame, 1 / 1.1, seen);
    else if (event.key === 'Home' || event.key === '0') to = fit(seen, shape);
    if (!to) return;
    event.preventDefault();
    moves(to);
  });
  return () => life.abort();
}
