import type { Fault } from './faults.js';
import { DOCS } from './pixcraft/errors.js';

// A body where the order for the failure names none. 429 is not RATE_LIMIT_EXCEEDED here: that one means the month.
const PIXCRAFT_CODES: Record<number, string> = {
  400: 'INVALID_IMAGE',
  401: 'INVALID_API_KEY',
  429: 'TOO_MANY_REQUESTS',
  500: 'PROCESSING_ERROR',
};
const MESSAGES: Record<number, string> = {
  402: 'Payment Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export function faultAnswer(fault: Fault, path: string): Response {
  const status = fault.status ?? 500;
  const message = MESSAGES[status] ?? 'Ordered failure';
  const usual = path.startsWith('/tools/')
    ? { message }
    : { error: true, code: PIXCRAFT_CODES[status] ?? `HTTP_${status}`, message, docs: DOCS };
  const body = fault.body ?? usual;
  const isText = typeof body === 'string';
  const headers = new Headers({ 'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json' });
  for (const [name, value] of Object.entries(fault.headers)) headers.set(name, value);
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : isText ? body : JSON.stringify(body), { status, headers });
}
