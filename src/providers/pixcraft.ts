import { toBase64 } from '../image/to-base64.js';
import { fields, list, number, pick, text, type Fields } from './tolerant.js';
import { wireName } from './wire-name.js';
import type { Direction, Parameters, ProviderWire, Step, Upload } from './provider.js';

// PixCraft bills uses per month. Paths, codes and directions are documented; niche ids, most unit sizes and the shapes of
// the arrays are assumed, so everything is read under every name it may have.
const directions = new Map<string, Direction>([
  ['curtains', 'columns'],
  ['lego', 'bottom-up'],
  ['rugs', 'bottom-up'],
]);

const ask = async (path: string, { file, url }: Upload, parameters: Parameters) => ({
  path,
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    ...(file ? { image: await toBase64(file) } : { image_url: url }),
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [wireName(name), value])),
  }),
});

const colour = (entry: Fields) => text(entry, 'hex|color_hex|colour|color');
const name = (entry: Fields) => text(entry, 'name|label|color_name|color|hex');
const count = (entry: Fields) => number(entry, 'quantity|count|units') || 0;

const step = (entry: Fields): Step => ({
  label: text(entry, 'label|title|instruction') || undefined,
  runs: list(pick(entry, 'runs|segments|units')).map((run) => ({
    color: text(run, 'color|name|label|hex'),
    hex: colour(run),
    count: count(run),
  })),
});

export const pixcraft: ProviderWire = {
  auth: (key) => ({ Authorization: 'Bearer ' + key }),
  rules: { monthCodes: ['RATE_LIMIT_EXCEEDED'] },
  codes: {
    INVALID_NICHE: 'niche-invalid',
    INVALID_IMAGE: 'image-invalid',
    IMAGE_TOO_LARGE: 'image-too-large',
    INVALID_DIMENSIONS: 'parameters-invalid',
    MISSING_REQUIRED_FIELD: 'parameters-invalid',
  },
  generate: (upload, parameters) => ask('/api/v1/generate', upload, parameters),
  pdf: (upload, parameters) => ask('/api/v1/generate/pdf', upload, parameters),
  usage: { path: '/api/v1/usage' },
  offers: {
    ask: { path: '/api/v1/niches' },
    read: (body) =>
      list(pick(fields(body), 'niches|data') ?? body).map((niche) => {
        const size = fields(pick(niche, 'default_unit|unit|default_units') ?? niche);
        const width = number(size, 'width_cm|unit_width_cm|default_unit_width_cm|width');
        const height = number(size, 'height_cm|unit_height_cm|default_unit_height_cm|height') || width;
        return {
          id: text(niche, 'id|niche|name'),
          name: text(niche, 'name|label|id'),
          ...(width > 0 && { brings: { unitWidthCm: width, unitHeightCm: height } }),
        };
      }),
  },
  // Four pixels a cell are all that an area average can use.
  side: (p) => 4 * Math.max(+p.widthCm! / +(p.unitWidthCm ?? 0.15), +p.heightCm! / +(p.unitHeightCm ?? p.unitWidthCm ?? 0.15)),
  quota(body) {
    const answer = fields(body);
    const usage = 'calls_used' in answer || 'calls_limit' in answer ? answer : fields(answer.usage);
    const amount = (names: string) => (pick(usage, names) === 'unlimited' ? ('unlimited' as const) : number(usage, names));
    const remaining = amount('calls_remaining');
    const limit = amount('calls_limit');
    if (remaining !== remaining && limit !== 'unlimited') return;
    const reset = Date.parse(text(usage, 'reset_date'));
    const used = number(usage, 'calls_used');
    const left = remaining !== remaining ? limit : remaining;
    return {
      kind: 'monthly',
      ...(used === used && { used }),
      ...(limit === limit && { limit }),
      remaining: typeof left == 'number' ? Math.max(0, left) : left,
      ...(reset > 0 && { resetAt: reset }),
      ...(text(usage, 'plan') && { plan: text(usage, 'plan') }),
    };
  },
  read(body, parameters) {
    const answer = fields(body);
    const size = fields(answer.dimensions);
    const columns = number(size, 'cols|columns');
    const rows = number(size, 'rows');
    const materials = list(answer.materials).map((entry) => ({
      id: text(entry, 'id|code') || undefined,
      name: name(entry),
      hex: colour(entry),
      quantity: count(entry),
      percentage: number(entry, 'percentage|percent') || 0,
    }));
    if (answer.error || !(columns > 0 && rows > 0 && Number.isSafeInteger(columns * rows)) || !materials.length)
      throw Error('No pattern in the answer');
    const niche = text(answer, 'niche') || String(parameters.niche);
    return {
      provider: 'pixcraft',
      niche,
      columns,
      rows,
      totalUnits: number(size, 'total_units') || columns * rows,
      materials,
      guide: list(pick(answer, 'assembly_guide|guide')).map(step),
      direction: directions.get(niche) ?? 'rows',
      colorSummary: Array.isArray(answer.color_summary) ? answer.color_summary : undefined,
      difficulty: text(answer, 'difficulty') || undefined,
      raw: body,
    };
  },
};
