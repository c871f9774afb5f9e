import { type Book, HAIRLINE, MUTED, PAGE, type Sheet } from './book.js';
import { short } from './ink.js';

interface Look {
  title: string;
  note?: string;
  columns: number;
  size: number;
}

const GAP = 20;
const BOTTOM = PAGE.height - 46;

/** Small type in columns: pieces of text flow into lines, lines into columns, columns into pages. */
export class Columns {
  readonly width: number;
  readonly #leading: number;
  #sheet: Sheet | undefined;
  #column = 0;
  #y = Infinity;
  #x = 0;

  constructor(
    readonly book: Book,
    readonly look: Look,
  ) {
    this.width = (PAGE.width - 2 * PAGE.margin - (look.columns - 1) * GAP) / look.columns;
    this.#leading = look.size * 1.42;
  }

  /** Starts a new line, a little below the last one, and with room for at least `lines` of them in this column. */
  paragraph(lines = 1): void {
    this.#y += this.#leading * 0.35;
    if (this.#y + lines * this.#leading > BOTTOM) this.#y = Infinity;
    this.#line(0);
  }

  /** Appends operators that draw text of this width; goes to an indented next line where there is no room for it. */
  put(operators: string, width: number): void {
    if (this.#x + width > this.width) this.#line(this.look.size * 1.4);
    this.#sheet?.draw.raw(operators);
    this.#x += width;
  }

  end(): void {
    this.#sheet?.draw.raw('ET');
  }

  #line(indent: number): void {
    this.#y += this.#leading;
    if (this.#y > BOTTOM) this.#nextColumn();
    this.#x = indent;
    const x = PAGE.margin + this.#column * (this.width + GAP) + indent;
    this.#sheet?.draw.raw(`1 0 0 -1 ${short(x)} ${short(this.#y)} Tm`);
  }

  #nextColumn(): void {
    if (this.#sheet && this.#column < this.look.columns - 1) this.#column++;
    else this.#nextPage();
    this.#y = 92 + this.look.size;
  }

  #nextPage(): void {
    const again = this.#sheet !== undefined;
    this.end();
    this.#column = 0;
    this.#sheet = this.book.addPage();
    const { draw } = this.#sheet;
    const { title, note, columns } = this.look;
    draw.text(again ? `${title} (continued)` : title, PAGE.margin, 60, { size: again ? 13 : 20, face: 'B' });
    if (note && !again) draw.text(note, PAGE.margin, 77, { size: 8.5, color: MUTED, room: PAGE.width - 2 * PAGE.margin });
    for (let column = 1; column < columns; column++) {
      const x = PAGE.margin + column * (this.width + GAP) - GAP / 2;
      draw.lines(HAIRLINE, 0.5, [[x, 90, x, BOTTOM]]);
    }
    draw.raw('BT 0.11 0.133 0.188 rg');
  }
}
