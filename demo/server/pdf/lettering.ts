import type PDFDocument from 'pdfkit';
import { winAnsi } from './win-ansi.js';

/** `H` and `B` are the resource names under which every page knows the two text faces. */
export type Face = 'H' | 'B';
export const FACES: Record<Face, string> = { H: 'Helvetica', B: 'Helvetica-Bold' };

/**
 * How wide text is. Asking pdfkit for every string costs more than writing the whole chart, so it is asked once a
 * character and the rest is adding up.
 */
export class Lettering {
  readonly #widths: Record<Face, Float64Array>;

  constructor(doc: InstanceType<typeof PDFDocument>) {
    const measure = (face: Face) => {
      doc.font(FACES[face]).fontSize(1000);
      return Float64Array.from({ length: 256 }, (_, code) => {
        const char = unicode(code);
        return char ? doc.widthOfString(char) / 1000 : 0;
      });
    };
    this.#widths = { H: measure('H'), B: measure('B') };
  }

  /** Width in points of text that is in WinAnsi bytes already. */
  width(bytes: string, size: number, face: Face = 'H'): number {
    const widths = this.#widths[face];
    let width = 0;
    for (let at = 0; at < bytes.length; at++) width += widths[bytes.charCodeAt(at)] ?? 0;
    return width * size;
  }

  /** WinAnsi bytes of the text, cut with an ellipsis where it would be wider than it may be. */
  fit(text: string, size: number, room: number, face: Face = 'H'): string {
    const bytes = winAnsi(text);
    if (this.width(bytes, size, face) <= room) return bytes;
    const left = room - this.width('\x85', size, face);
    let end = 0;
    for (let width = 0; end < bytes.length; end++) {
      width += this.width(bytes.charAt(end), size, face);
      if (width > left) break;
    }
    return `${bytes.slice(0, end).trimEnd()}\x85`;
  }
}

const decoder = new TextDecoder('windows-1252');
const unicode = (code: number): string => (code < 0x20 ? '' : decoder.decode(Uint8Array.of(code)));
