// Draws the pictures of the demo: `npx tsx demo/pictures/make.ts`. Nothing in them comes from a photograph.
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { SCENES } from './scenes.js';
import { stitched } from './stitched.js';

const out = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const CELLS = 64;
const CELL = 10;
const SIZE = CELLS * CELL;
const RING = 26;

/** A wooden hoop with the cloth in it. */
const hoop = (cloth: string) => {
  const side = SIZE + RING * 2;
  const middle = side / 2;
  const radius = SIZE / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side + 34}">
<defs><clipPath id="round"><circle cx="${radius}" cy="${radius}" r="${radius}"/></clipPath></defs>
<g transform="translate(0 34)"><rect x="${middle - 26}" y="-32" width="52" height="40" rx="8" fill="#a87c4c"/>
<rect x="${middle - 40}" y="-22" width="80" height="11" rx="5" fill="#c9b27a"/><circle cx="${middle + 44}" cy="-17" r="11" fill="#b3985a"/>
<g transform="translate(${RING} ${RING})" clip-path="url(#round)">${cloth}</g>
<circle cx="${middle}" cy="${middle}" r="${radius + RING / 2}" fill="none" stroke="#b98a57" stroke-width="${RING}"/>
<circle cx="${middle}" cy="${middle}" r="${radius + RING - 3}" fill="none" stroke="#d8ae7b" stroke-width="5"/>
<circle cx="${middle}" cy="${middle}" r="${radius + 9}" fill="none" stroke="#94683c" stroke-width="3"/>
<circle cx="${middle}" cy="${middle}" r="${radius - 2}" fill="none" stroke="#2c1f16" stroke-opacity="0.28" stroke-width="5"/></g></svg>`;
};

for (const [name, svg] of Object.entries(SCENES)) {
  const picture = await sharp(Buffer.from(svg)).png().toBuffer();
  await sharp(picture)
    .jpeg({ quality: 84, mozjpeg: true })
    .toFile(out(`${name}.jpg`));
  if (name !== 'lighthouse') continue;
  const cloth = await stitched(picture, CELLS, CELL, 290);
  await sharp(Buffer.from(hoop(cloth)), { unlimited: true })
    // What a visitor on a slow phone waits for.
    .webp({ quality: 60, effort: 6 })
    .toFile(out(`${name}-hoop.webp`));
}
