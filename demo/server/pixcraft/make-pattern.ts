import { createHash } from 'node:crypto';
import type { Pixels } from '../../../src/engine/index.js';
import { catalogueFor } from '../catalogues/index.js';
import type { ApiKey } from '../data/accounts.js';
import { decode } from '../picture/decode.js';
import { inspect } from '../picture/inspect.js';
import type { Services } from '../services.js';
import type { Grid, Made } from '../work/jobs.js';
import type { Design } from './design.js';
import { FORMATS } from './request-body.js';

const catalogueOf = ({ niche, colorCatalog }: Design, key: ApiKey) =>
  colorCatalog === 'custom' ? key.customColors : catalogueFor(niche.id);

/** Decoding comes first and apart, so that a bad picture is found before a use is promised. */
export async function decodeFor({ columns, rows, unitWidthCm, unitHeightCm }: Design, picture: Buffer): Promise<Pixels> {
  const ratio = (columns * unitWidthCm) / (rows * unitHeightCm);
  return decode(picture, await inspect(picture, FORMATS), { columns, rows, ratio });
}

/** The pixels are gone afterwards. */
export async function makePattern({ run }: Services, design: Design, key: ApiKey, pixels: Pixels): Promise<Made> {
  const { columns, rows, maxColors, niche } = design;
  const options = { columns, rows, maxColors, catalogue: catalogueOf(design, key), direction: niche.direction };
  return run('pattern', { pixels, options, niche }, [pixels.data.buffer as ArrayBuffer]);
}

/** The same picture with the same parameters has the same id, whoever asks. */
export function idOf(design: Design, key: ApiKey, picture: Buffer): string {
  const { niche, ...rest } = design;
  const parameters = { ...rest, niche: niche.id, colors: design.colorCatalog === 'custom' ? key.customColors : undefined };
  return createHash('sha256').update(JSON.stringify(parameters)).update(picture).digest('hex');
}

/** Larger ones are made again when a PDF is asked for. */
const MOST_CELLS_KEPT = 250_000;

export function keepGrid({ results }: Services, id: string, { cells, ...rest }: Grid): void {
  if (cells.length > MOST_CELLS_KEPT) return;
  const bytes = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
  results.keep(id, { type: 'pattern', details: JSON.stringify(rest), bytes });
}

export function keptGrid({ results }: Services, id: string): Grid | undefined {
  const kept = results.find(id);
  if (kept?.type !== 'pattern') return undefined;
  const cells = new Uint16Array(kept.bytes.slice().buffer);
  return { ...(JSON.parse(kept.details) as Omit<Grid, 'cells'>), cells };
}
