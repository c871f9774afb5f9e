import type { Stage } from '../stage.js';
import { Camera } from './camera.js';
import { draw } from './draw.js';
import { gestures, type Listen } from './gestures.js';
import { type Drawn, miniature, rgbOf } from './pictures.js';
import { type Paints, Tiles } from './tiles.js';
import { Veil } from './veil.js';

/** Most pixels the canvas may have; beyond it, very large or very fine screens get a little less sharpness. */
const MOST_PIXELS = 8e6;

/** The chart on its canvas: looks at the stage and draws it, once a frame at most. */
export class Plan {
  readonly #life = new AbortController();
  readonly #tiles = new Tiles();
  readonly #miniature: HTMLCanvasElement;
  readonly #veil: Veil;
  /** Draws what lies over the chart; comes with the craft file. */
  over?: (picture: HTMLCanvasElement, veil?: HTMLCanvasElement) => void;
  #paints?: Paints;
  #cell = { width: 0, height: 0 };
  #frame = 0;
  /** What was in view before it was printed. */
  #seen?: object;
  /** What was drawn last. */
  readonly #shown: { step: number; run: number; alone?: number; changes?: number; paper: string } = {
    step: -1,
    run: -1,
    paper: '',
  };

  constructor(
    readonly stage: Stage,
    readonly chart: Drawn,
    readonly canvas: HTMLCanvasElement,
    /** Of the same chart in other colours, which is looked at as before. */
    readonly camera = new Camera(chart.columns, chart.rows, chart.unit.height / chart.unit.width),
  ) {
    this.#miniature = miniature(chart);
    this.#veil = new Veil(chart);
    const { signal } = this.#life;
    const on = this.listen(canvas);
    gestures(canvas, on, {
      camera: this.camera,
      moved: this.changed,
      rested: () => this.settle(),
      over: (x, y) => stage.pointAt(this.camera.cellAt(x, y)),
      pressed: (x, y) => {
        stage.pointAt(this.camera.cellAt(x, y));
        this.camera.center(x, y);
        this.changed();
      },
      draws: () => !!stage.work?.pen,
      drawn: (to, from) => stage.work!.draw(this, to, from),
    });
    // Keys come with the craft file, which is sent for as soon as the keyboard is here.
    on('focus', () => stage.resume());
    on('keydown', (event) => stage.work?.press(event, this) && event.preventDefault());
    on('blur', () => stage.stand());
    // A change of theme, whoever makes it, is a transition of the canvas' own (unused) colours.
    on('transitionend', this.changed);
    for (const type of ['beforeprint', 'afterprint']) addEventListener(type, this.#print, { signal });
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(canvas);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Listens for as long as this chart is there. */
  readonly listen =
    (node: HTMLElement): Listen =>
    (type, listener) =>
      node.addEventListener(type, listener, { signal: this.#life.signal, passive: false });

  /** Larger, smaller, or with 0 the whole. */
  readonly zoom = (factor: number): void => {
    this.camera.scale(factor);
    this.settle();
  };

  readonly changed = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#follow();
      if (!this.#draw()) this.changed();
    });
  };

  /** On paper all of it, dark on white, and at once: a printer waits for no frame. Afterwards what was in view, however often it was said. */
  readonly #print = ({ type }: Event): void => {
    const { camera, canvas } = this;
    const isPaper = type === 'beforeprint';
    if (isPaper) {
      this.#seen ??= { ...camera };
      camera.scale(0);
    } else {
      Object.assign(camera, this.#seen);
      this.#seen = undefined;
    }
    this.#cell.width = 0;
    // A colour in transit is still the old one.
    canvas.style.transition = 'none';
    canvas.style.colorScheme = isPaper ? 'light' : '';
    while (!this.#draw());
    canvas.style.transition = '';
  };

  end(): void {
    this.#life.abort();
    cancelAnimationFrame(this.#frame);
    this.#tiles.clear();
    this.#veil.end();
    // Safari keeps the pixels of dropped canvases for a while unless they have none.
    this.canvas.width = this.#miniature.width = 0;
  }

  /** To whole pixels, and with tiles of the new size. */
  settle(): void {
    this.camera.settle();
    this.#cell.width = 0;
    this.changed();
  }

  #resize(): void {
    const { canvas, camera } = this;
    const { clientWidth, clientHeight } = canvas;
    if (!clientWidth) return;
    const ratio = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (clientWidth * clientHeight)));
    canvas.width = Math.round(clientWidth * ratio);
    canvas.height = Math.round(clientHeight * ratio);
    const { fontSize } = getComputedStyle(canvas);
    const size = parseFloat(fontSize);
    const frame = { left: size * (1.6 + 0.62 * `${this.chart.rows}`.length), top: size * 2, end: 8 };
    camera.resize(clientWidth, clientHeight, frame, ratio);
    this.settle();
  }

  /** Brings what became current into view. */
  #follow(): void {
    const { step, run, marks } = this.stage;
    if (step === this.#shown.step && run === this.#shown.run) return;
    const first = this.#shown.step < 0;
    Object.assign(this.#shown, { step, run });
    if (first || !marks) return;
    const [columns, rows] = [marks.columns[0], marks.rows[0]];
    this.camera.reveal(columns, rows);
  }

  /** False while there is more to draw. */
  #draw(): boolean {
    const { canvas, camera, stage } = this;
    // Before it has its size there is nothing to look at, and what is drawn would be drawn twice.
    if (!canvas.width || camera.width === 1) return true;
    const { look, alone, symbols, marks } = stage;
    const { color, backgroundColor, columnRuleColor } = getComputedStyle(canvas);
    const before = this.#paints;
    if (!before || before.look !== look || before.paper !== backgroundColor || before.line !== columnRuleColor) {
      const { chart } = this;
      this.#paints = {
        chart,
        symbols,
        miniature: this.#miniature,
        look,
        paper: backgroundColor,
        ink: color,
        line: columnRuleColor,
      };
    }
    const { work } = stage;
    const changes = work?.changes;
    const veiled = alone !== undefined || !!work?.share;
    const shown = this.#shown;
    if (veiled && (alone !== shown.alone || changes !== shown.changes || backgroundColor !== shown.paper))
      this.#veil.cover(rgbOf(backgroundColor), alone, work?.done);
    Object.assign(shown, { alone, changes, paper: backgroundColor });
    // While fingers zoom, tiles of the size before are stretched, unless they differ too much.
    const width = Math.max(1, Math.ceil(camera.w * camera.ratio - 1e-6));
    if (!(this.#cell.width / width < 1.7 && this.#cell.width / width > 0.6))
      this.#cell = { width, height: Math.max(1, Math.ceil(camera.h * camera.ratio - 1e-6)) };
    const veil = veiled ? this.#veil.canvas : undefined;
    const whole = draw({
      canvas,
      camera,
      paints: this.#paints!,
      tiles: this.#tiles,
      veil,
      cell: this.#cell,
      marks: marks!,
    });
    this.over?.(this.#miniature, veil);
    if (camera.zoomed && !this.over && !stage.resumes) stage.resume();
    if (stage.zoomed !== camera.zoomed) {
      stage.zoomed = camera.zoomed;
      stage.changed();
    }
    canvas.style.touchAction = camera.zoomed || work?.pen ? 'none' : 'pan-x pan-y';
    return whole;
  }
}
