import type { Call, Settings } from './services.js';

// No quota header is readable for a page unless it is named here: none of them is safelisted.
const EXPOSED = [
  'Content-Disposition',
  'Date',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Picsart-Correlation-Id',
  'X-Picsart-Credit-Available',
  'X-Picsart-RateLimit-Available',
  'X-Picsart-RateLimit-Limit',
  'X-Picsart-RateLimit-Reset-Time',
];

/**
 * A preflight carries no key, so it cannot know the key's domains and is answered for every origin; the request after it is
 * the one that is let through or refused.
 */
export function preflight(call: Call): Response {
  return call.body(null, 204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
    'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, X-Picsart-API-Key',
    'Access-Control-Max-Age': '600',
  });
}

export function addCors(call: Call, settings: Settings, more: string[] = []): void {
  const origin = call.get('allowOrigin');
  if (origin !== '*') call.header('Vary', 'Origin');
  if (origin === null) return;
  call.header('Access-Control-Allow-Origin', origin);
  if (settings.exposeHeaders) call.header('Access-Control-Expose-Headers', [...EXPOSED, ...more].join(', '));
}

/** `allowed_domains` holds host names (`shop.example`) or whole origins (`http://localhost:5173`). */
export function isAllowedOrigin(origin: string, domains: string[]): boolean {
  const host = URL.canParse(origin) ? new URL(origin).hostname : undefined;
  return domains.some((domain) => domain === origin || domain === host);
}
