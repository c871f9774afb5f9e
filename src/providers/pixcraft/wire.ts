import type { ProviderWire } from '../provider.js';
import { write } from './write.js';
import { lookups } from './lookups.js';
import { quota } from './quota.js';
import { result } from './result.js';
import { documentedUnit, likelyUnit } from './units.js';

// PixCraft bills uses per month. Paths, codes and parameters are documented; what is assumed is said where it is read.
export const pixcraft: ProviderWire = {
  operations: {
    generate: { method: 'POST', path: '/api/v1/generate', paid: true, type: 'json' },
    pdf: { method: 'POST', path: '/api/v1/generate/pdf', type: 'json' },
    usage: { method: 'GET', path: '/api/v1/usage' },
  },
  lookups,
  auth: (key) => ({ Authorization: 'Bearer ' + key }),
  rules: { monthCodes: ['RATE_LIMIT_EXCEEDED'], transientCodes: ['PROCESSING_ERROR'] },
  codes: {
    INVALID_NICHE: 'niche-invalid',
    INVALID_IMAGE: 'image-invalid',
    IMAGE_TOO_LARGE: 'image-too-large',
    INVALID_DIMENSIONS: 'parameters-invalid',
    MISSING_REQUIRED_FIELD: 'parameters-invalid',
  },
  write,
  result,
  quota,
  defaults: documentedUnit,
  unit: likelyUnit,
  // Four pixels a cell are all that an area average can use.
  side(parameters) {
    const { width, height } = likelyUnit(parameters);
    return 4 * Math.max(Number(parameters.widthCm) / width, Number(parameters.heightCm) / height);
  },
};
