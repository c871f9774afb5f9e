import PDFDocument from 'pdfkit';
import type { Chart } from '../../../src/chart/read-chart.js';
import { Drawing } from './drawing.js';
import { FACES, Lettering } from './lettering.js';
import { symbolFonts } from './symbol-fonts.js';

export const PAGE = { width: 595.28, height: 841.89, margin: 42 }; // A4 in points
export const MUTED = '#667085';
export const HAIRLINE = '#d5d9e0';
export const ACCENT = '#1f5f74';

const PRODUCT = 'pattern-generator-element';
type Reference = ReturnType<InstanceType<typeof PDFDocument>['ref']>;

export interface Sheet {
  draw: Drawing;
  page: InstanceType<typeof PDFDocument>['page'];
}

/** The document: pdfkit keeps objects, fonts, compression and metadata; what is on a page is written by `Drawing`. */
export class Book {
  readonly doc: InstanceType<typeof PDFDocument>;
  readonly lettering: Lettering;
  readonly #fonts: Record<string, Reference>;
  readonly #sheets: Sheet[] = [];
  readonly #chapters: { title: string; page: number }[] = [];

  constructor(title: string, chart: Pick<Chart, 'colors' | 'steps'>, createdAt: Date) {
    this.doc = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: 'en',
      displayTitle: true,
      // The document id is a hash of these: the same pattern made at the same time is the same file, byte for byte.
      info: { Title: title, Producer: PRODUCT, Creator: PRODUCT, CreationDate: createdAt },
    });
    this.lettering = new Lettering(this.doc);
    const standard = (BaseFont: string) =>
      this.#object({ Type: 'Font', Subtype: 'Type1', BaseFont, Encoding: 'WinAnsiEncoding' });
    this.#fonts = { H: standard(FACES.H), B: standard(FACES.B), ...symbolFonts(this.doc, chart) };
  }

  get pages(): number {
    return this.#sheets.length;
  }

  get chapters(): readonly { title: string; page: number }[] {
    return this.#chapters;
  }

  /** The next page begins a chapter, which readers offer as a bookmark. */
  chapter(title: string): void {
    this.#chapters.push({ title, page: this.pages + 1 });
  }

  addPage(): Sheet {
    this.doc.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
    const { page } = this.doc;
    Object.assign(page.fonts, this.#fonts);
    const sheet = { page, draw: new Drawing(this.lettering) };
    this.#sheets.push(sheet);
    return sheet;
  }

  /** Keeps a picture in the document; `show` puts it on a sheet as often as wanted. */
  image(dictionary: object, bytes: Uint8Array): Reference {
    return this.#object({ Type: 'XObject', Subtype: 'Image', ...dictionary }, bytes);
  }

  show(image: Reference, { page, draw }: Sheet, x: number, y: number, width: number, height: number): void {
    const name = `I${image.id}`;
    page.xobjects[name] = image;
    draw.image(name, x, y, width, height);
  }

  async finish(footer: string): Promise<Uint8Array> {
    for (const [at, { draw, page }] of this.#sheets.entries()) {
      const y = PAGE.height - 20;
      draw.text(footer, PAGE.margin, y, { size: 7, color: MUTED, room: 400 });
      draw.text(`${at + 1} / ${this.pages}`, PAGE.width - PAGE.margin, y, { size: 7, color: MUTED, align: 'right' });
      page.write(draw.bytes());
    }
    for (const { title, page } of this.#chapters) {
      this.doc.switchToPage(page - 1);
      this.doc.outline.addItem(title);
    }
    const chunks: Uint8Array[] = [];
    this.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    const ended = new Promise((resolve, reject) => this.doc.once('end', resolve).once('error', reject));
    this.doc.end();
    await ended;
    return new Uint8Array(Buffer.concat(chunks));
  }

  #object(dictionary: object, bytes?: Uint8Array): Reference {
    const ref = this.doc.ref(dictionary);
    ref.end(bytes);
    return ref;
  }
}
