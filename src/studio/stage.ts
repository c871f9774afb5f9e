import { adjustLight } from '../image/light.js';
import { turnRaster, type Raster } from '../image/turn.js';
import { fit, type Frame, type Sides } from './crop.js';
import type { Drawing } from './drawing.js';
import { gestures } from './gestures.js';
import { resize } from './paint.js';
import type { Session } from './session.js';
import type { StudioInput } from './input.js';

/** Dots of the picture that is seen, on its longer side: as many as are lit again within a frame or two while a slider moves. */
const PREVIEW = 640;
/** Room around the frame, so that its handles can be taken hold of. */
const MARGIN = 24;

/** The picture under its frame, and the draft upon it: what has to be measured, drawn and dragged. */
export class Stage {
  cropping = false;
  /** Share of the draft that lies open, from the right. */
  compare = 50;
  drawing?: Drawing;
  #source?: Raster;
  /** … turned, and what it is lit in: a megabyte made anew in each frame has the page's garbage collected for 100 ms. */
  #turned?: Raster & { how: string; lit: ImageData };
  #looks = '';
  #painted?: unknown;
  #draftWaits = false;
  #paintedSize = '';
  #held?: { scale: number; x: number; y: number };
  #end?: () => void;
  #resized = new ResizeObserver(() => {
    this.layout();
    this.unpainted();
  });

  /** @param unpainted something has to be drawn, in a frame of the screen */
  constructor(
    private readonly session: Session,
    private input: StudioInput,
    private readonly unpainted: () => void,
  ) {
    void input.picture.pixels(PREVIEW).then(
      (pixels) => {
        this.#source = { data: new Uint32Array(pixels.data.buffer), width: pixels.width, height: pixels.height };
        unpainted();
      },
      () => {},
    );
  }

  tell(input: StudioInput): void {
    this.input = input;
  }

  attach(box: HTMLElement | null): void {
    if (!box || this.#box === box) return;
    this.detach();
    this.#box = box;
    this.#resized.observe(box);
    this.#end = gestures(box, {
      grip: () => {
        if (!this.cropping || this.input.fixed) return;
        const { frame, seen, locked, shapeFixed } = this.session;
        const shape = locked || shapeFixed ? frame.width / frame.height : undefined;
        return { frame, seen, shape, scale: this.#scale };
      },
      moves: (frame) => this.session.setFrame(frame),
      holds: (held) => {
        this.#held = held ? this.#place : undefined;
        this.layout();
      },
    });
  }
  detach(): void {
    this.#end?.();
    this.#resized.disconnect();
    this.#box = undefined;
  }

  #box?: HTMLElement;
  #scale = 1;
  #place = { scale: 1, x: 0, y: 0 };
  #drawn: Sides = { width: 1, height: 1 };
  #part<Kind extends HTMLElement>(name: string): Kind | null | undefined {
    return this.#box?.querySelector<Kind>(`[part~="${name}"]`);
  }

  /** Puts picture, frame and draft in their places; they are drawn by `paint`. */
  layout(): void {
    const box = this.#box;
    if (!box) return;
    const { frame, seen } = this.session;
    // As tall as the picture, within what a phone can show.
    box.style.aspectRatio = String(Math.min(1.6, Math.max(0.8, seen.width / seen.height)));
    const [wide, high] = [box.clientWidth, box.clientHeight];
    if (!wide || !high) return;
    const margin = this.cropping ? MARGIN : 0;
    const inner = fit({ width: wide - 2 * margin, height: high - 2 * margin }, frame.width / frame.height);
    // A draft of another shape than the picture's has as much of the picture beside it.
    const shape = this.cropping ? undefined : this.drawing?.shape;
    const whole = shape ? fit({ width: wide, height: high }, shape) : undefined;
    const scale = whole ? Math.max(whole.width / frame.width, whole.height / frame.height) : inner.width / frame.width;
    // While a handle is held the picture stands still and the frame moves; else the frame fills the stage.
    const place = this.#held ?? {
      scale,
      x: wide / 2 - (frame.x + frame.width / 2) * scale,
      y: high / 2 - (frame.y + frame.height / 2) * scale,
    };
    this.#place = place;
    this.#scale = place.scale;
    this.#lay(seen.width * place.scale, seen.height * place.scale, place.x, place.y, whole);
    const at = {
      x: place.x + frame.x * place.scale,
      y: place.y + frame.y * place.scale,
      width: frame.width * place.scale,
      height: frame.height * place.scale,
    };
    const put = (name: string, { x, y, width, height }: Frame) => {
      const style = this.#part(name)?.style;
      if (style) Object.assign(style, { left: x + 'px', top: y + 'px', width: width + 'px', height: height + 'px' });
    };
    const drawn = whole ?? at;
    put('crop-frame', at);
    put('draft-canvas', drawn);
    put('compare', drawn);
    this.#drawn = drawn;
    const draft = this.#part('draft-canvas');
    if (draft) draft.style.clipPath = `inset(0 0 0 ${100 - this.compare}%)`;
  }

  #lay(width: number, height: number, x: number, y: number, only?: Frame): void {
    const canvas = this.#part<HTMLCanvasElement>('cropper-picture');
    if (!canvas) return;
    canvas.style.width = width + 'px';
    canvas.style.height = height + 'px';
    canvas.style.transform = `translate(${x}px, ${y}px)`;
    const [left, top] = only ? [only.x - x, only.y - y] : [0, 0];
    canvas.style.clipPath = only
      ? `inset(${top}px ${width - left - only.width}px ${height - top - only.height}px ${left}px)`
      : '';
  }

  /** Draws what has changed, picture or draft, one of them a frame and neither twice while the other waits. Tells whether one does. */
  paint(): boolean {
    const drew = (this.#draftWaits && this.#paintDraft()) || this.#paintPicture() || this.#paintDraft();
    this.#draftWaits = drew === 'picture';
    return !!drew;
  }

  #paintPicture(): 'picture' | undefined {
    const canvas = this.#part<HTMLCanvasElement>('cropper-picture');
    const looks = { ...this.session.adjustments, crop: undefined };
    const text = JSON.stringify(looks);
    if (!canvas || !this.#source || (this.#looks === text && canvas.dataset.drawn)) return;
    const how = `${looks.turn} ${looks.mirror}`;
    if (this.#turned?.how !== how) {
      const turned = turnRaster(this.#source, looks);
      this.#turned = { ...turned, how, lit: new ImageData(turned.width, turned.height) };
    }
    const { data, width, height, lit } = this.#turned;
    new Uint32Array(lit.data.buffer).set(data);
    adjustLight(lit.data, looks);
    resize(canvas, width, height);
    canvas.getContext('2d')!.putImageData(lit, 0, 0);
    canvas.dataset.drawn = '1';
    this.#looks = text;
    return 'picture';
  }

  #paintDraft(): 'draft' | undefined {
    const { drawing } = this;
    const canvas = this.#part<HTMLCanvasElement>('draft-canvas');
    if (!canvas || !drawing?.drawn) return;
    const { width, height } = this.#drawn;
    const [wide, high] = [width, height].map((length) => Math.max(1, Math.round(length * Math.min(2, devicePixelRatio)))) as [
      number,
      number,
    ];
    const size = `${wide} ${high}`;
    if (drawing.drawn === this.#painted && size === this.#paintedSize && canvas.width === wide) return;
    drawing.paint(canvas, wide, high);
    this.#painted = drawing.drawn;
    this.#paintedSize = size;
    return 'draft';
  }
}
