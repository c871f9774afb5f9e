import { blank, type Drawn, pixel } from './pictures.js';

/** How much is covered of a cell that is done, or not of the colour looked at. */
const DONE = 190;
const FADED = 218;

/** One pixel a cell, laid over the chart: covers what is not to be looked at now. */
export class Veil {
  readonly canvas: HTMLCanvasElement;
  readonly #image: ImageData;
  readonly #pixels: Uint32Array;

  constructor(readonly chart: Drawn) {
    this.canvas = blank(chart.columns, chart.rows);
    this.#image = this.canvas.getContext('2d')!.createImageData(chart.columns, chart.rows);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
  }

  /** `paper` is the colour it is made of. */
  cover(paper: readonly number[], alone?: number, done?: Uint8Array): void {
    const { cells } = this.chart;
    const [faded, finished] = [pixel(paper, FADED), pixel(paper, DONE)];
    for (let cell = 0; cell < cells.length; cell++)
      this.#pixels[cell] = alone !== undefined && cells[cell] !== alone ? faded : done?.[cell] ? finished : 0;
    this.canvas.getContext('2d')!.putImageData(this.#image, 0, 0);
  }

  end(): void {
    this.canvas.width = 0;
  }
}
