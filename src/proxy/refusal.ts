import type { Clock } from '../core/clock.js';
import { fields } from '../providers/tolerant.js';
import { answer, type Answer } from './answer.js';
import type { Reason, Refused } from './refused.js';

const DOCS = 'https://www.pixcraft.es/docs';
const QUOTA_EXCEEDED = 'https://iana.org/assignments/http-problem-types#quota-exceeded';

/** Status, PixCraft's code (documented ones where there is one), Picsart's status where it differs, and what is told. */
const TABLE: Record<Reason, [status: number, code: string, message: string, picsart?: number]> = {
  origin: [403, 'ORIGIN_NOT_ALLOWED', 'This page may not use this address'],
  'not-found': [404, 'NOT_FOUND', 'There is nothing at this path'],
  method: [405, 'METHOD_NOT_ALLOWED', 'This path does not know this method'],
  stranger: [401, 'MISSING_API_KEY', 'You may not use this without being known here'],
  encoded: [415, 'INVALID_IMAGE', 'Send the body as it is, without Content-Encoding'],
  'too-large': [413, 'IMAGE_TOO_LARGE', 'The picture is too large'],
  'too-slow': [408, 'REQUEST_TIMEOUT', 'The picture did not arrive in time'],
  'cut-off': [400, 'INVALID_IMAGE', 'The picture did not arrive'],
  busy: [503, 'TOO_BUSY', 'Too many pictures arrive at once. Try again in a moment'],
  'store-down': [503, 'STORE_DOWN', 'This cannot be done just now. Try again in a moment'],
  'over-budget': [429, 'TOO_MANY_REQUESTS', 'The allowance is used up'],
  'quota-exhausted': [429, 'RATE_LIMIT_EXCEEDED', 'All uses of this month are gone'],
  'credits-exhausted': [402, 'PAYMENT_REQUIRED', 'Payment Required'],
  'rate-limited': [429, 'TOO_MANY_REQUESTS', 'Too many requests at once'],
  'image-invalid': [400, 'INVALID_IMAGE', 'This is no picture that can be read'],
  'image-too-large': [400, 'IMAGE_TOO_LARGE', 'The picture is too large', 413],
  'image-unsupported': [400, 'INVALID_IMAGE', 'This kind of picture cannot be used: send JPEG, PNG or WebP', 415],
  'parameters-invalid': [400, 'INVALID_DIMENSIONS', 'This value is not allowed'],
  'niche-invalid': [400, 'INVALID_NICHE', 'There is no such niche'],
  unauthorized: [401, 'INVALID_API_KEY', 'The shop’s key is not accepted'],
  forbidden: [403, 'ORIGIN_NOT_ALLOWED', 'The shop’s key may not be used for this'],
  timeout: [504, 'UPSTREAM_TIMEOUT', 'No answer yet. Ask again: it is not paid twice'],
  network: [502, 'UPSTREAM_LOST', 'No answer came. Ask again: it is not paid twice'],
  offline: [502, 'UPSTREAM_LOST', 'No answer came. Ask again: it is not paid twice'],
  'server-error': [502, 'UPSTREAM_FAILED', 'The pattern could not be made'],
  'bad-response': [502, 'UPSTREAM_FAILED', 'The answer could not be read'],
  misconfigured: [502, 'MISCONFIGURED', 'This is not set up rightly'],
  cancelled: [503, 'TOO_BUSY', 'This was interrupted. Ask again'],
};

/** What of the vendor's own words may be told: no plan, no key, no numbers. */
const TOLD = ['error', 'code', 'message', 'detail', 'docs'];

/**
 * A refusal in the vendor's own error shape, with what the standard fields say besides (RFC 9110, RFC 9457, and the draft on
 * RateLimit fields): a client of the vendor understands it, and SPEC 3's table without a special case.
 */
export function refusal({ reason, details }: Refused, provider: string, clock: Pick<Clock, 'now'>): Answer {
  const { until, policies = [], field, allowed, said, maybeCounted } = details;
  const [usual, code, text, picsart] = TABLE[reason];
  const isPicsart = provider === 'picsart';
  const status = maybeCounted && reason !== 'timeout' ? 409 : (details.status ?? (isPicsart ? picsart : undefined) ?? usual);
  const message = field ? `${text}: \`${field}\`` : text;
  const vendors = Object.entries(fields(said)).filter(([name, value]) => TOLD.includes(name) && Object(value) !== value);
  const own = isPicsart
    ? { message, code: code.toLowerCase() }
    : { error: true, code, message, ...(provider === 'pixcraft' && { docs: DOCS }) };
  const seconds = until === undefined ? undefined : Math.max(1, Math.ceil((until - clock.now()) / 1000));
  const body = {
    ...(vendors.length ? Object.fromEntries(vendors) : own),
    ...(policies.length && {
      type: QUOTA_EXCEEDED,
      title: 'Quota exceeded',
      status,
      'violated-policies': policies.map(({ name }) => name),
    }),
  };
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (seconds !== undefined) headers['Retry-After'] = String(seconds);
  if (policies.length) {
    headers['RateLimit'] = policies.map(({ name }) => `"${name}";r=0;t=${seconds}`).join(', ');
    headers['RateLimit-Policy'] = policies.map(({ name, limit, window }) => `"${name}";q=${limit};w=${window}`).join(', ');
  }
  if (allowed) headers['Allow'] = allowed;
  if (maybeCounted) headers['Pattern-Maybe-Counted'] = '1';
  return answer(JSON.stringify(body), headers, status);
}
