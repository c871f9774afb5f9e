import { type Book, ACCENT, HAIRLINE, MUTED, PAGE, type Sheet } from './book.js';
import type { PrintablePattern } from './pattern.js';
import { symbolCode } from './symbol-fonts.js';
import { short } from './ink.js';
import { escaped } from './win-ansi.js';

const ROW = 20;
const LEFT = PAGE.margin;
const RIGHT = PAGE.width - PAGE.margin;
const AT = { symbol: LEFT + 4, swatch: LEFT + 46, name: LEFT + 92, id: LEFT + 300, quantity: LEFT + 432, percent: RIGHT - 6 };

/** What to buy: symbol, colour, name, number, quantity, share. */
export function materialsTable(book: Book, { materials }: PrintablePattern, units: string, symbols: boolean): void {
  let sheet: Sheet | undefined;
  let y = 0;
  materials.forEach((material, at) => {
    if (!sheet || y + ROW > PAGE.height - 50) {
      const again = sheet !== undefined;
      sheet = book.addPage();
      y = heading(sheet, again ? 'Materials (continued)' : 'Materials', units, symbols);
    }
    const { draw } = sheet;
    const base = y + 13.4;
    if (at % 2) draw.fill('#f6f7f9', [LEFT, y, RIGHT - LEFT, ROW]);
    if (symbols) draw.raw(`BT /K 14 Tf 1 0 0 -1 ${short(AT.symbol + 4)} ${short(y + 14.76)} Tm(${escaped(symbolCode(at))})Tj ET`);
    draw.fill(material.hex, [AT.swatch, y + 4, 34, ROW - 8]);
    draw.frame('#8a8f98', 0.4, AT.swatch, y + 4, 34, ROW - 8);
    draw.text(material.name, AT.name, base, { size: 9.5, room: AT.id - AT.name - 10 });
    draw.text(material.id, AT.id, base, { size: 9, color: MUTED, room: 80 });
    draw.text(String(material.quantity), AT.quantity, base, { size: 9.5, face: 'B', align: 'right' });
    const share = `${material.percentage.toFixed(material.percentage < 0.1 && material.percentage > 0 ? 2 : 1)} %`;
    draw.text(share, AT.percent, base, { size: 9, align: 'right' });
    y += ROW;
  });
  if (sheet) sheet.draw.lines(HAIRLINE, 0.6, [[LEFT, y, RIGHT, y]]);
}

function heading({ draw }: Sheet, title: string, units: string, symbols: boolean): number {
  draw.text(title, LEFT, 60, { size: 20, face: 'B' });
  const y = 88;
  const style = { size: 7.5, color: MUTED, face: 'B' as const };
  if (symbols) draw.text('Symbol', LEFT, y, style);
  draw.text('Colour', AT.swatch, y, style);
  draw.text('Name', AT.name, y, style);
  draw.text('Number', AT.id, y, style);
  draw.text(units.charAt(0).toUpperCase() + units.slice(1), AT.quantity, y, { ...style, align: 'right' });
  draw.text('Share', AT.percent, y, { ...style, align: 'right' });
  draw.lines(ACCENT, 1, [[LEFT, y + 6, RIGHT, y + 6]]);
  return y + 6;
}
