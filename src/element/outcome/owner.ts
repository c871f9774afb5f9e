import type { PatternError } from '../../core/pattern-error.js';
import { kebab } from '../kebab.js';

/** What the owner of a page set, and may have set wrong. */
interface Setup {
  endpoint?: string;
  apiKey?: string;
  /** The provider's own address. */
  base?: string;
  /** All providers, by name. */
  providers?: ReadonlyMap<string, unknown>;
  /** The page itself set the parameter at fault. */
  own?: unknown;
}

/** What keys catch on their way through mails, word processors and forms, and nobody sees. */
const SLIPS: [RegExp, string][] = [
  [/["'\u2018-\u201f\u00ab\u00bb\u2032\u2033]/, 'quotation marks'],
  [/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/, 'invisible characters'],
  [/\s/, 'blanks'],
];

/** Without what may be a secret in it. */
function place({ endpoint, base = '' }: Setup): string {
  try {
    const { origin, pathname } = new URL(endpoint ?? base, document.baseURI);
    return origin + pathname;
  } catch {
    return 'the endpoint';
  }
}

/** What the API said, where it said anything; a cause that is a text is part of the line. */
export const causeOf = ({ cause }: PatternError): unknown[] =>
  typeof cause === 'object' && (cause instanceof Error || JSON.stringify(cause) !== '{}') ? [cause] : [];

/**
 * One line for the console, in English but for the visitor's own sentence on a parameter: what answered, and what to do. Undefined
 * where the owner has nothing to do.
 */
export function ownersLine({ code, status, cause, field, message }: PatternError, setup: Setup): string | undefined {
  // What only the API knows to be wrong is in the error's cause.
  if (setup.own && !status) return `<pattern-generator> ${code}: ${kebab(field!)}. ${message}`;
  // A browser hides the status of a redirect, and there is nothing to tell of one.
  const redirects = status ? status < 400 : !cause;
  const answered = status ? `answered ${status}` : redirects ? 'redirects' : 'was not asked';
  const line = (advice: string) => `<pattern-generator> ${code}: ${place(setup)} ${answered}. ${advice}`;
  const { apiKey = '', providers = new Map<string, unknown>() } = setup;
  const slip = SLIPS.find(([pattern]) => pattern.test(apiKey))?.[1];
  if (slip && (code === 'unauthorized' || /header/.test(String(cause))))
    return line(`There are ${slip} in the api-key: type it anew.`);
  if (code === 'unauthorized')
    return line(
      apiKey
        ? 'The key is wrong or switched off: check api-key or the proxy.'
        : 'No api-key was sent: set endpoint to the proxy, or api-key for a trial.',
    );
  if (/misconfigured|bad-response/.test(code) && typeof cause === 'string')
    return line(cause + (/no provider/.test(cause) ? `. Known are: ${[...providers.keys()].join(', ')}` : ''));
  if (code !== 'misconfigured') return;
  return line(
    redirects
      ? 'Redirects are not followed: write where it leads to.'
      : 'endpoint must be the base address of the proxy or the API.',
  );
}
