import sharp from 'sharp';
import type { ApiKey } from '../data/accounts.js';
import { readLimited } from '../read-body.js';
import type { Handler, Services } from '../services.js';
import { callerOf } from './caller.js';
import { readDesign } from './design.js';
import { decodeFor, idOf, keptGrid, makePattern } from './make-pattern.js';
import { takeMinute } from './minute.js';
import { readJson, readPicture } from './request-body.js';

/** Documented: takes what `generate` takes and costs no use, so it works when the month is used up as well. */
export const pdf =
  (services: Services): Handler =>
  async (call) => {
    const key = callerOf(call, services);
    takeMinute(call, services, key);
    const body = await readJson(call);
    const design = readDesign(body, key);
    const picture = await readPicture(body, call);
    const grid =
      keptGrid(services, idOf(design, key, picture)) ??
      (await makePattern(services, design, key, await decodeFor(design, picture))).grid;
    const { niche, columns, rows, widthCm, heightCm, unitWidthCm, unitHeightCm, maxColors } = design;
    const bytes = await services.run('pdf', {
      grid,
      direction: niche.direction,
      niche: niche.id,
      widthCm,
      heightCm,
      unitWidthCm,
      unitHeightCm,
      maxColors,
      brand: key.brand,
      logo: await logoOf(key),
      colorSummary: niche.colorSummary,
      createdAt: new Date(services.clock.now()),
    });
    return call.body(bytes.slice().buffer, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="pixcraft-${niche.id}-${columns}x${rows}.pdf"`,
    });
  };

const LOGO_BYTES = 1024 * 1024;

/** A logo that cannot be had is no reason to refuse a PDF. The address comes from our own data, so data: is fine too. */
async function logoOf({ customLogoUrl }: ApiKey): Promise<Buffer | undefined> {
  if (!customLogoUrl) return undefined;
  try {
    const response = await fetch(customLogoUrl, { signal: AbortSignal.timeout(3000) });
    if (!response.ok) return undefined;
    const bytes = await readLimited(response.body, LOGO_BYTES);
    return await sharp(bytes).resize(600, 600, { fit: 'inside', withoutEnlargement: true }).png().toBuffer();
  } catch {
    return undefined;
  }
}
