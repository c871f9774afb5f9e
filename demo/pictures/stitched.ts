import sharp from 'sharp';
import { createPattern } from '../../src/engine/index.js';
import { catalogueFor } from '../server/catalogues/index.js';

/** A square piece of a picture as it looks when it is stitched: our own engine's pattern, one X a cell, as SVG content. */
export async function stitched(picture: Buffer, cells: number, cell: number, left: number): Promise<string> {
  const square = sharp(picture).extract({ left, top: 0, width: 600, height: 600 });
  const { data, info } = await square.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pattern = createPattern(
    { data: new Uint8ClampedArray(data), width: info.width, height: info.height },
    { columns: cells, rows: cells, maxColors: 28, catalogue: catalogueFor('crossstitch'), direction: 'rows' },
  );
  const paths = pattern.materials.map(({ hex }, material) => {
    const places = [...pattern.cells.keys()].filter((index) => pattern.cells[index] === material);
    const at = places.map((index) => [(index % cells) * cell, Math.floor(index / cells) * cell] as const);
    const under = at.map(([x, y]) => `M${x + 1.5} ${y + 1.5}l${cell - 3} ${cell - 3}`).join('');
    const over = at.map(([x, y]) => `M${x + cell - 1.5} ${y + 1.5}l${3 - cell} ${cell - 3}`).join('');
    const ground = at.map(([x, y]) => `M${x} ${y}h${cell}v${cell}h-${cell}z`).join('');
    return (
      `<path d="${ground}" fill="${hex}" opacity="0.55"/>` +
      `<path d="${under}" stroke="${hex}" stroke-width="4.4" stroke-linecap="round" filter="brightness(0.9)"/>` +
      `<path d="${over}" stroke="${hex}" stroke-width="4.4" stroke-linecap="round"/>` +
      `<path d="${over}" stroke="#fff" stroke-opacity="0.2" stroke-width="1.2" stroke-linecap="round"/>`
    );
  });
  return `<rect width="${cells * cell}" height="${cells * cell}" fill="#e9e2d4"/>${paths.join('')}`;
}
