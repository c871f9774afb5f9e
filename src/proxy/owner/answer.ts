import { sha256 } from '../../cache/key/sha256.js';
import type { Settings } from '../options.js';
import type { Upstream } from '../upstream.js';
import { readNumbers } from './numbers.js';
import { page, STYLE } from './page.js';

const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Wrong tokens a minute, everybody's together. */
const MOST_WRONG = 30;

export const ownerStyle = (): Response =>
  new Response(STYLE, { headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'private, max-age=3600' } });

/** The owner's own page: a browser asks for the token as a password, everything else sends it as `Bearer`. */
export async function ownerAnswer(request: Request, settings: Settings, upstream: Upstream): Promise<Response> {
  if (!(await isOwner(request, settings))) {
    const { store, clock } = settings;
    const minute = Math.floor(clock.now() / 60_000);
    const wrong = { name: `owner-minute:${minute}:${upstream.site}`, limit: MOST_WRONG, until: (minute + 1) * 60_000 };
    const tooMany = (await store.take([wrong])).length > 0;
    const challenge = { 'WWW-Authenticate': 'Basic realm="OWNER_TOKEN as the password", charset="UTF-8"' };
    return new Response(null, tooMany ? { status: 429, headers: { 'Retry-After': '60' } } : { status: 401, headers: challenge });
  }
  const numbers = await readNumbers(upstream);
  const vary = { Vary: 'Accept, Authorization' };
  if (!/text\/html/.test(request.headers.get('Accept') ?? ''))
    return new Response(JSON.stringify(numbers), { headers: { 'Content-Type': 'application/json', ...vary } });
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    ...vary,
  };
  return new Response(page(numbers), { headers });
}

async function isOwner(request: Request, { ownerToken }: Settings): Promise<boolean> {
  const [, scheme, given] = /^(Bearer|Basic) +(\S+) *$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  if (!scheme || !given || !ownerToken) return false;
  const shown = scheme.toLowerCase() === 'bearer' ? given : password(given);
  // Digests of equal length are compared: how long that takes tells nothing of the token.
  const [one, other] = await Promise.all([sha256(shown), sha256(ownerToken)]);
  let difference = 0;
  for (let i = 0; i < other.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return !difference;
}

function password(base64: string): string {
  try {
    const text = new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
    return text.slice(text.indexOf(':') + 1);
  } catch {
    return '';
  }
}
