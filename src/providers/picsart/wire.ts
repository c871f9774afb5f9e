import type { ProviderWire } from '../provider.js';
import { fields, number, text } from '../tolerant.js';
import { write } from './write.js';

const picture = (body: unknown) => text(fields(fields(body).data), 'url') || undefined;

// Picsart bills credits and counts requests a minute. Its answer points to a picture that lives 24 hours.
export const picsart: ProviderWire = {
  operations: {
    generate: {
      method: 'POST',
      path: '/background/pattern',
      aliases: ['/background/texture'],
      paid: true,
      type: 'multipart',
    },
    usage: { method: 'GET', path: '/balance' },
  },
  auth: (key) => ({ 'X-Picsart-API-Key': key }),
  // Good answers tell what the minute still allows, but only a 429 says when it ends.
  rules: { counters: [{ prefix: 'X-Picsart-RateLimit-', remaining: 'Available', reset: 'Reset-Time', span: 60 }] },
  write,
  // Every field has a default.
  tiling: (parameters) => parameters as never,
  quota(body, headers) {
    const header = headers.get('X-Picsart-Credit-Available');
    const credits = number({ header }, 'header') ?? number(fields(body), 'credits');
    return credits === undefined ? undefined : { kind: 'credits', remaining: Math.max(0, credits) };
  },
  picture,
  result(body) {
    if (!picture(body)) throw Error('No picture in the answer');
    return { provider: 'picsart', materials: [], guide: [], raw: body };
  },
};
