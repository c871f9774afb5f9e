import type { PatternErrorCode } from '../core/pattern-error.js';
import type { Answer, Provider } from './provider.js';
import { snakeName } from './snake-name.js';
import { fields, text } from './tolerant.js';

const STATUS: Record<number, PatternErrorCode> = {
  400: 'parameters-invalid',
  401: 'unauthorized',
  403: 'forbidden',
  // So our proxy says that an answer was lost behind it.
  409: 'server-error',
  413: 'image-too-large',
  415: 'image-unsupported',
  422: 'parameters-invalid',
};

/** All that a body says, down to where nobody would look for it. */
const texts = (said: unknown, depth = 0): string[] =>
  typeof said === 'string'
    ? [said]
    : depth > 9
      ? []
      : Object.values(Object(said) as object).flatMap((one) => texts(one, depth + 1));

/**
 * Whether a text is about this field. `width_cm` is nobody's English, but "Unsupported image format" is not about `format`: a
 * plain word is a name only where it is marked as one or begins the sentence.
 */
function names(said: string, field: string): boolean {
  const name = snakeName(field);
  const pattern = name.includes('_') ? `\\b${name}\\b` : `(^|["'\`])${name}(["'\`:]|$| (must|should|is|has|was|can|needs))`;
  return new RegExp(pattern, 'i').test(said);
}

/** What the API has against this request: its own code first, then the status; for parameters, which one. */
export function refusal(
  { status, body }: Answer,
  { codes = {}, fields: known }: Pick<Provider, 'codes' | 'fields'>,
): { code: PatternErrorCode; field?: string } {
  // Whoever sends a request elsewhere is not the API.
  if (status < 400) return { code: 'misconfigured' };
  const word = text(fields(body), 'code');
  const code = (Object.hasOwn(codes, word) ? codes[word] : undefined) ?? STATUS[status] ?? 'misconfigured';
  if (code !== 'parameters-invalid') return { code };
  const said = texts(body);
  const field = known.find(({ name }) => said.some((one) => names(one, name)))?.name;
  return !field && said.some((one) => /\bimage/i.test(one)) ? { code: 'image-invalid' } : { code, field };
}
