import { catalogueFor } from '../catalogues/index.js';
import { monthOf } from '../clock.js';
import type { ApiKey } from '../data/accounts.js';
import type { Handler, Services } from '../services.js';
import { usageAnswer } from './answer.js';
import { callerOf } from './caller.js';
import { defaultCatalog, MOST_COLORS, SIDE_CM } from './design.js';
import { PixcraftError } from './errors.js';
import { NICHES, type Niche } from './niches.js';
import { FORMATS } from './request-body.js';

// What costs nothing. That these paths exist, that a niche out of the key's list is an INVALID_NICHE, and `assemblyDirection` in
// the capabilities are documented; the shapes of niches, colors and capabilities are assumed.

const nichesOf = ({ allowedNiches }: ApiKey) =>
  [...NICHES.values()].filter(({ id }) => !allowedNiches.length || allowedNiches.includes(id));

export const usage =
  (services: Services): Handler =>
  (call) => {
    const key = callerOf(call, services);
    return call.json(usageAnswer(key, services.counters.usage(key.account), monthOf(services.clock.now())));
  };

const nicheAnswer = ({ id, name, unitWidthCm, unitHeightCm, direction }: Niche) => ({
  id,
  name,
  default_unit: { width_cm: unitWidthCm, height_cm: unitHeightCm },
  assemblyDirection: direction,
});

export const niches =
  (services: Services): Handler =>
  (call) =>
    call.json({ niches: nichesOf(callerOf(call, services)).map(nicheAnswer) });

/**
 * `?niche=crossstitch`; without it, the colours of every niche the key may use. `default_catalog` is the one that is taken when
 * a request names none, so that whoever drafts a pattern with these colours drafts what will be made.
 */
export const colors =
  (services: Services): Handler =>
  (call) => {
    const key = callerOf(call, services);
    const asked = call.req.query('niche');
    const chosen = nichesOf(key).filter(({ id }) => !asked || id === asked);
    if (!chosen.length) throw new PixcraftError('INVALID_NICHE', `\`niche\` must be one of ${[...NICHES.keys()].join(', ')}`);
    const colorsOf = ({ id }: Niche) => catalogueFor(id).map((color) => ({ id: color.id, name: color.name, hex: color.hex }));
    return call.json({
      colors: Object.fromEntries(chosen.map((niche) => [niche.id, colorsOf(niche)])),
      custom_colors: key.customColors,
      default_catalog: defaultCatalog(key),
    });
  };

export const capabilities =
  (services: Services): Handler =>
  (call) => {
    const key = callerOf(call, services);
    const of = (niche: Niche) => ({
      ...nicheAnswer(niche),
      colors: catalogueFor(niche.id).length,
      color_summary: niche.colorSummary,
      pdf: true,
    });
    return call.json({
      niches: nichesOf(key).map(of),
      color_catalogs: key.customColors.length ? ['default', 'custom'] : ['default'],
      default_catalog: defaultCatalog(key),
      limits: { max_image_mb: 10, image_formats: FORMATS, min_cm: SIDE_CM.min, max_cm: SIDE_CM.max, max_colors: MOST_COLORS },
    });
  };

export const health =
  ({ clock }: Services): Handler =>
  (call) =>
    call.json({ status: 'ok', time: new Date(clock.now()).toISOString() });
