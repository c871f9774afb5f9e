import { STATUS_CODES } from 'node:http';
import type { Fault } from './faults.js';
import { errorBody as picsartBody } from './picsart/errors.js';
import { errorBody as pixcraftBody } from './pixcraft/errors.js';

// A code where the order for the failure names none. 429 is not RATE_LIMIT_EXCEEDED here: that one means the month.
const PIXCRAFT_CODES: Record<number, string> = {
  400: 'INVALID_IMAGE',
  401: 'INVALID_API_KEY',
  429: 'TOO_MANY_REQUESTS',
  500: 'PROCESSING_ERROR',
};

const usualBody = (path: string, status: number) =>
  path.startsWith('/tools/')
    ? picsartBody(status, 'Ordered failure')
    : pixcraftBody(PIXCRAFT_CODES[status] ?? `HTTP_${status}`, STATUS_CODES[status] ?? 'Ordered failure');

export function faultAnswer(fault: Fault, path: string): Response {
  const status = fault.status ?? 500;
  const body = fault.body ?? usualBody(path, status);
  const isText = typeof body === 'string';
  const headers = new Headers({ 'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json' });
  for (const [name, value] of Object.entries(fault.headers)) headers.set(name, value);
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : isText ? body : JSON.stringify(body), { status, headers });
}
