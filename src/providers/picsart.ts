import { fields, number, text } from './tolerant.js';
import { wireName } from './wire-name.js';
import type { ProviderWire } from './provider.js';

// Picsart bills credits and counts requests a minute. Its answer points to a picture that lives 24 hours.
export const picsart: ProviderWire = {
  auth: (key) => ({ 'X-Picsart-API-Key': key }),
  generate({ file, url }, parameters) {
    const body = new FormData();
    if (file) body.append('image', file, 'picture');
    else body.append('image_url', url!);
    for (const [name, value] of Object.entries(parameters)) body.append(wireName(name), String(value));
    return { path: '/background/pattern', method: 'POST', body };
  },
  usage: { path: '/balance' },
  quota(body, headers) {
    const header = headers.get('X-Picsart-Credit-Available');
    const told = number({ header }, 'header');
    const credits = told === told ? told : number(fields(body), 'credits');
    return credits === credits ? { kind: 'credits', remaining: Math.max(0, credits) } : undefined;
  },
  picture: (body) => text(fields(fields(body).data), 'url') || undefined,
  read(body) {
    if (!picsart.picture!(body)) throw Error('No picture in the answer');
    return { provider: 'picsart', materials: [], guide: [], raw: body };
  },
};
