import { sha256 } from '../../cache/key/sha256.js';
import { answer, jsonAnswer, type Answer } from '../answer.js';
import type { Incoming } from '../incoming.js';
import type { Settings } from '../options.js';
import type { Upstream } from '../upstream.js';
import { readNumbers } from './numbers.js';
import { page, STYLE } from './page.js';

const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Wrong tokens a minute, everybody's together. */
const MOST_WRONG = 30;

export const ownerStyle = (): Answer =>
  answer(STYLE, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'private, max-age=3600' });

/** The owner's own page: a browser asks for the token as a password, everything else sends it as `Bearer`. */
export async function ownerAnswer(request: Incoming, settings: Settings, upstream: Upstream): Promise<Answer> {
  if (!(await isOwner(request, settings))) {
    const { store, clock } = settings;
    const minute = Math.floor(clock.now() / 60_000);
    const wrong = { name: `owner-minute:${minute}:${upstream.site}`, limit: MOST_WRONG, until: (minute + 1) * 60_000 };
    const tooMany = (await store.take([wrong])).length > 0;
    const challenge = { 'WWW-Authenticate': 'Basic realm="OWNER_TOKEN as the password", charset="UTF-8"' };
    return tooMany ? answer(null, { 'Retry-After': '60' }, 429) : answer(null, challenge, 401);
  }
  const numbers = await readNumbers(upstream);
  const vary = { Vary: 'Accept, Authorization' };
  if (!/text\/html/.test(request.headers.get('Accept') ?? '')) return jsonAnswer(numbers, vary);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    ...vary,
  };
  return answer(page(numbers), headers);
}

async function isOwner(request: Incoming, { ownerToken }: Settings): Promise<boolean> {
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
