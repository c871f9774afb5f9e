import type { Chart } from '../../../chart/read-chart.js';
import type { inSlices } from '../../../chart/slices.js';
import { walk, type Walk } from '../../../chart/walk.js';
import type { PatternResult } from '../../../providers/provider.js';
import type { Lit } from '../../files.js';
import type { Texts } from '../../texts/say.js';
import type { Speak, Voice } from '../../texts/voice.js';
import type { Plan } from './plan/plan.js';
import { type Drawn, type Look, Stamps } from './plan/pictures.js';
import type { Marks } from './plan/rulers.js';
import { LongList } from './long-list.js';
import { swatch } from './swatch.js';
import type { Door, Wardrobe, Working } from './working.js';

export type Tool = 'work' | 'places' | 'find' | 'take' | 'recolor';

export interface Cell {
  column: number;
  row: number;
}

/** What the viewer shows just now. Views read it; presses change it, and then everything is drawn again. */
export class Stage {
  result!: PatternResult;
  /** As the API made it; `result` and `chart` may be in other colours. */
  paid!: PatternResult;
  /** What it takes, as near as can be told. */
  estimates?: string;
  voice!: Voice;
  /** What the voice is made of, for the words of the craft file. */
  lang = '';
  strings?: Texts;
  speak!: Speak;
  /** For tools, whose file need not carry it. */
  inSlices!: typeof inSlices;
  /** Whether the page reads from right to left. The chart, its runs and their arrow never do. */
  rightToLeft = false;
  chart?: Chart;
  /** The chart on its canvas. */
  plan?: Plan;
  symbols: Int16Array = new Int16Array();
  look: Look = 'both';
  /** The colour that is looked at alone. */
  alone?: number;
  step = 0;
  run = 0;
  /** Under the pointer. */
  pointed?: Cell;
  /** Where the keyboard stands on the chart. */
  cursor?: Cell;
  /** How far somebody has come, once the craft file is there. */
  work?: Working;
  /** Where the record of that lies; and whether there is one, so that work goes on from there. */
  door?: Door;
  wardrobe?: Wardrobe;
  resumes = false;
  /** What is being done with the pattern beside looking at it. */
  readonly tools = new Set<Tool>();
  /** Which materials are looked for, in their order; undefined: all. */
  order?: number[];
  /** Whether the chart is larger than what is in view. */
  zoomed = false;

  constructor(
    readonly lit: Lit,
    /** Draws everything again. */
    readonly changed: () => void,
  ) {}

  /** The chart, where the guide adds up to one. */
  get drawn(): Drawn | undefined {
    return this.chart?.cells && (this.chart as Drawn);
  }

  get walk(): Walk | undefined {
    const { drawn } = this;
    return drawn && walk(drawn.direction, drawn.columns, drawn.rows);
  }

  /** Another result; its chart is being read. */
  open(result: PatternResult): void {
    this.paid = this.result = result;
    this.symbols = new Int16Array();
    this.order = this.work = this.chart = this.alone = this.pointed = this.cursor = undefined;
    this.resumes = false;
    this.tools.clear();
    this.step = this.run = 0;
  }

  show(chart: Chart, symbols: Int16Array): void {
    this.chart = chart;
    this.symbols = symbols;
    this.changed();
  }

  goTo(step: number, run = 0): void {
    const { steps } = this.chart!;
    this.step = Math.min(Math.max(step, 0), steps.length - 1);
    this.run = Math.min(Math.max(run, 0), Math.max(0, steps[this.step]!.runs.length - 1));
    this.changed();
  }

  lookAlone(color?: number): void {
    this.alone = color;
    this.changed();
  }

  /** The keyboard stands on this cell, and what it is is said. */
  stand(cell?: Cell): void {
    this.cursor = cell;
    this.changed();
  }

  /** A cell in words. */
  tell({ column, row }: Cell): string {
    const { drawn, voice, work } = this;
    const { columns, rows, direction, cells, colors } = drawn!;
    const cell = row * columns + column;
    const line = direction === 'bottom-up' ? rows - row : row + 1;
    const words = voice.say('viewerCell', { column: column + 1, row: line, name: colors[cells[cell]!]!.name });
    return work?.tell(cell, words) ?? words;
  }

  pointAt(cell?: Cell): void {
    if (cell?.column === this.pointed?.column && cell?.row === this.pointed?.row) return;
    this.pointed = cell;
    this.changed();
  }

  /** Takes a tool, or puts it away if it is at hand. */
  use(tool: Tool): void {
    if (!this.tools.delete(tool)) this.tools.add(tool);
    this.changed();
  }

  /** The symbols in this size, as they are looked at; on paper. */
  stamps(width: number, height: number): Stamps {
    return new Stamps(this.chart!, this.symbols, this.look === 'symbols' ? '#000' : undefined, width, height);
  }

  swatch(hex: unknown, symbol?: number) {
    return swatch(this.lit, hex, symbol);
  }

  /** Sends for the craft file, without any tool being taken. */
  resume(): void {
    this.resumes = true;
    this.changed();
  }

  /** A list for a tool. */
  readonly list = (): LongList => new LongList(this.changed);

  lookAt(look: Look): void {
    this.look = look;
    this.changed();
  }

  /** The columns and rows of the current step, and of its current run. */
  get marks(): Marks | undefined {
    const { walk, drawn } = this;
    if (!walk || !drawn) return;
    const { runs } = drawn.steps[this.step]!;
    let from = 0;
    for (let at = 0; at < this.run; at++) from += runs[at]!.count;
    const line = walk.line(this.step);
    const run: [number, number] = [from, from + (runs[this.run]?.count ?? 0)];
    return drawn.direction === 'columns' ? { columns: [line, line + 1], rows: run } : { columns: run, rows: [line, line + 1] };
  }

  /** What a line of work is called: by the answer, or by its number. */
  labelOf(step: number): string {
    const { chart, voice } = this;
    return chart!.steps[step]?.label || voice.say(chart!.direction === 'columns' ? 'viewerColumn' : 'viewerRow', { n: step + 1 });
  }
}
