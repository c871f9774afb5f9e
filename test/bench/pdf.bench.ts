// The PDF of a 133 x 125 curtain beside pdfkit drawing the same chart cell by cell, in one run. `npx tsx test/bench/pdf.bench.ts`
import PDFDocument from 'pdfkit';
import { catalogueFor } from '../../demo/server/catalogues/index.js';
import { createPdf } from '../../demo/server/pdf/index.js';
import { createPattern } from '../../src/engine/index.js';
import { makePicture } from '../unit/engine/golden.js';

const pattern = createPattern(makePicture(), {
  columns: 133,
  rows: 125,
  maxColors: 20,
  catalogue: catalogueFor('curtains'),
  direction: 'columns',
});

const ours = () => createPdf({ pattern, niche: 'curtains', widthCm: 200, heightCm: 250, unitWidthCm: 1.5, unitHeightCm: 2 });

/** Only the chart, one rectangle and one letter a cell. */
const cellByCell = () =>
  new Promise<Uint8Array>((resolve) => {
    const document = new PDFDocument({ size: [133 * 12, 125 * 12], margin: 0 });
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.fontSize(8);
    pattern.cells.forEach((material, cell) => {
      const [x, y] = [(cell % 133) * 12, Math.floor(cell / 133) * 12];
      document.rect(x, y, 12, 12).fill(pattern.materials[material]!.hex);
      document.fill('black').text(String.fromCharCode(65 + material), x + 3, y + 3, { lineBreak: false });
    });
    document.end();
  });

const rows = [];
for (const [name, make] of Object.entries({ 'here, the whole PDF': ours, 'pdfkit, its chart alone': cellByCell })) {
  const times: number[] = [];
  let bytes = 0;
  for (let run = 0; run < 5; run++) {
    const started = performance.now();
    bytes = (await make()).length;
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  rows.push({
    PDF: name,
    'median ms': Math.round(times[2]!),
    'first to last ms': `${Math.round(times[0]!)}–${Math.round(times[4]!)}`,
    kB: Math.round(bytes / 1000),
  });
}
console.log('PDF of 133 x 125 cells; the bar: 500 ms, 200 kB');
console.table(rows);
