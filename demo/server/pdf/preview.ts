import type { Book } from './book.js';
import { rgb } from './ink.js';
import type { PrintablePattern } from './pattern.js';

/** The pattern as a picture: one byte a cell and a palette, or three bytes where a byte cannot count the colours. */
export function previewImage(book: Book, { columns, rows, cells, materials }: PrintablePattern) {
  const palette = Uint8Array.from(materials.flatMap(({ hex }) => rgb(hex).map((c) => c * 255)));
  // Some readers blur enlarged pictures; a few pixels a cell keep the edges of small grids sharp and cost next to nothing.
  const zoom = Math.max(1, Math.min(12, Math.floor(900 / Math.max(columns, rows))));
  const bytes = materials.length <= 256 ? 1 : 3;
  const width = columns * zoom;
  const pixels = new Uint8Array(width * rows * zoom * bytes);
  for (let row = 0; row < rows; row++) {
    const start = row * zoom * width * bytes;
    for (let x = 0, at = start; x < width; x++) {
      const cell = cells[row * columns + Math.floor(x / zoom)] ?? 0;
      if (bytes === 1) pixels[at++] = cell;
      else for (let band = 0; band < 3; band++) pixels[at++] = palette[cell * 3 + band] ?? 128;
    }
    for (let copy = 1; copy < zoom; copy++) pixels.copyWithin(start + copy * width * bytes, start, start + width * bytes);
  }
  const colorSpace = bytes === 3 ? 'DeviceRGB' : ['Indexed', 'DeviceRGB', Math.max(0, materials.length - 1), palette];
  return book.image({ Width: width, Height: rows * zoom, BitsPerComponent: 8, ColorSpace: colorSpace }, pixels);
}
