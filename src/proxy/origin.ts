import { answer, type Answer } from './answer.js';
import type { Incoming } from './incoming.js';
import type { Settings } from './options.js';
import { ownOrigin } from './own-origin.js';
import type { Route } from './route.js';

/** Headers that pages may read; none of them is safelisted. */
const EXPOSED = [
  'Content-Disposition',
  'Date',
  'Pattern-Cache',
  'Pattern-Maybe-Counted',
  'Pattern-Proxy',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Picsart-Credit-Available',
];

/**
 * Whether a page of this origin may ask. Browsers leave the header out only within one origin and where no script can read the
 * answer, such as a picture on a foreign page: then they say so in another one.
 */
export function isAllowedOrigin(request: Incoming, { kind }: Route, settings: Pick<Settings, 'origins' | 'trustProxy'>): boolean {
  const { origins } = settings;
  const origin = request.headers.get('Origin');
  const site = request.headers.get('Sec-Fetch-Site') ?? '';
  const shownAs = request.method === 'GET' ? request.headers.get('Sec-Fetch-Dest') : undefined;
  // A link that leads here is no page that reads, and neither is one that shows a result whose address it was told.
  const isShown = shownAs === 'document' || (shownAs === 'image' && kind === 'picture');
  if (origin === null) return isShown || !/^(?:cross|same)-site$/.test(site);
  if (!origins) return origin === ownOrigin(request, settings);
  return origins.has('*') || origins.has(origin);
}

/** CORS headers for an origin that may ask. */
export function addCors(
  headers: Headers,
  request: Incoming,
  { origins, authorize }: Pick<Settings, 'origins' | 'authorize'>,
): void {
  const origin = request.headers.get('Origin');
  const everybody = !!origins?.has('*');
  if (!everybody) headers.append('Vary', 'Origin');
  if (origin === null) return;
  headers.set('Access-Control-Allow-Origin', everybody ? '*' : origin);
  if (authorize) headers.set('Access-Control-Allow-Credentials', 'true');
  headers.set('Access-Control-Expose-Headers', EXPOSED.join(', '));
}

/** What a browser asks before it sends. What else it names is for `authorize`, and goes no further than that. */
export function preflight(request: Incoming): Answer {
  const wanted = request.headers.get('Access-Control-Request-Headers') ?? '';
  const names = wanted.split(',').map((name) => name.trim());
  const headers = {
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': names.filter((name) => /^[\w-]{1,64}$/.test(name)).join(', '),
    'Access-Control-Max-Age': '600',
  };
  return answer(null, headers, 204);
}
