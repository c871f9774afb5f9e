import type { PatternErrorCode } from '../core/pattern-error.js';
import type { Answer, Provider } from './provider.js';
import { snakeName } from './snake-name.js';
import { fields, text } from './tolerant.js';

const STATUS: Record<number, PatternErrorCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  413: 'image-too-large',
  415: 'image-unsupported',
};

/** What the API has against this request: its own code first, then the status; for parameters, which one. */
export function refusal(
  { status, body }: Answer,
  { codes, fields: known }: Provider,
): { code: PatternErrorCode; field?: string } {
  const said = JSON.stringify(fields(body)).toLowerCase();
  const word = text(fields(body), 'code');
  const code =
    (Object.hasOwn(codes ?? {}, word) ? codes![word] : undefined) ??
    STATUS[status] ??
    (status === 400 || status === 422 ? 'parameters-invalid' : 'misconfigured');
  if (code !== 'parameters-invalid') return { code };
  // The longest name first: width_cm is part of unit_width_cm.
  const field = [...known].sort((a, b) => b.name.length - a.name.length).find(({ name }) => said.includes(snakeName(name)))?.name;
  return !field && /image/.test(said) ? { code: 'image-invalid' } : { code, field };
}
