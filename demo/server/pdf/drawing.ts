import { operands, short } from './ink.js';
import type { Face, Lettering } from './lettering.js';
import { escaped, winAnsi } from './win-ansi.js';

interface TextStyle {
  size: number;
  face?: Face;
  color?: string;
  /** Where `x` is in the text. */
  align?: 'left' | 'center' | 'right';
  /** Longer text ends in an ellipsis. */
  room?: number;
}

/**
 * One page's content stream, in points from the top left. It writes PDF operators as they are: that is what makes a
 * chart of 16,000 cells a matter of milliseconds.
 */
export class Drawing {
  readonly #operators: string[] = [];

  constructor(readonly lettering: Lettering) {}

  raw(operators: string): void {
    this.#operators.push(operators);
  }

  fill(color: string, ...rectangles: [x: number, y: number, width: number, height: number][]): void {
    this.raw(`${operands(color)} rg ${rectangles.map((r) => `${r.map(short).join(' ')} re`).join(' ')} f`);
  }

  frame(color: string, weight: number, x: number, y: number, width: number, height: number): void {
    this.raw(`${operands(color)} RG ${short(weight)} w ${[x, y, width, height].map(short).join(' ')} re S`);
  }

  lines(color: string, weight: number, lines: [x1: number, y1: number, x2: number, y2: number][]): void {
    const path = lines.map(([x1, y1, x2, y2]) => `${short(x1)} ${short(y1)} m ${short(x2)} ${short(y2)} l`);
    this.raw(`${operands(color)} RG ${short(weight)} w ${path.join(' ')} S`);
  }

  /** Writes on the baseline `y`, returns the width. */
  text(text: string, x: number, y: number, style: TextStyle): number {
    const { size, face = 'H', color = '#1c2230', align = 'left', room = Infinity } = style;
    const bytes = room === Infinity ? winAnsi(text) : this.lettering.fit(text, size, room, face);
    const width = this.lettering.width(bytes, size, face);
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    // The page is turned upside down (y grows downwards), so every text is turned back.
    this.raw(
      `BT ${operands(color)} rg /${face} ${short(size)} Tf 1 0 0 -1 ${short(left)} ${short(y)} Tm(${escaped(bytes)})Tj ET`,
    );
    return width;
  }

  image(name: string, x: number, y: number, width: number, height: number): void {
    this.raw(`q ${short(width)} 0 0 ${short(-height)} ${short(x)} ${short(y + height)} cm /${name} Do Q`);
  }

  bytes(): Uint8Array {
    return Buffer.from(this.#operators.join('\n'), 'latin1');
  }
}
