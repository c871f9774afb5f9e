import type { PatternError } from '../../core/pattern-error.js';

/** What the owner of a page set, and may have set wrong. */
interface Setup {
  endpoint?: string;
  apiKey?: string;
  /** The provider's own address. */
  base?: string;
}

/** What keys catch on their way through mails, word processors and forms, and nobody sees. */
const SLIPS: [RegExp, string][] = [
  [/["'\u2018-\u201f\u00ab\u00bb\u2032\u2033]/, 'quotation marks'],
  [/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/, 'invisible characters'],
  [/\s/, 'blanks'],
];

function aboutKey(apiKey = ''): string {
  if (!apiKey) return 'No api-key was sent: let endpoint name your proxy, or set api-key for a trial.';
  const slip = SLIPS.find(([pattern]) => pattern.test(apiKey))?.[1];
  return slip
    ? `There are ${slip} in the api-key: type it anew, without them.`
    : 'The key is wrong or switched off: check api-key, or the API_KEY of the proxy.';
}

/** Without what may be a secret in it. */
function place({ endpoint, base = '' }: Setup): string {
  try {
    const { origin, pathname } = new URL(endpoint ?? base, document.baseURI);
    return origin + pathname;
  } catch {
    return 'the endpoint';
  }
}

/** One line for the console, in English: what answered, and what to do. Undefined where the owner has nothing to do. */
export function ownersLine({ code, status, cause }: PatternError, setup: Setup): string | undefined {
  // A browser hides the status of a redirect, and there is nothing to tell of one.
  const redirects = status ? status < 400 : !cause;
  const answered = status ? `answered ${status}` : redirects ? 'redirects' : 'was not asked';
  const line = (advice: string) => `<pattern-generator> ${code}: ${place(setup)} ${answered}. ${advice}`;
  if (code === 'unauthorized') return line(aboutKey(setup.apiKey));
  if (code === 'bad-response') return typeof cause === 'string' ? line(cause) : undefined;
  if (code !== 'misconfigured') return;
  if (redirects) return line('Redirects are not followed: write the address that it leads to.');
  if (!status)
    return line(
      /header/.test(String(cause)) && SLIPS.some(([slip]) => slip.test(setup.apiKey ?? ''))
        ? aboutKey(setup.apiKey)
        : String(cause),
    );
  return line('endpoint is the base address, to which the path of the API is appended: is that where the proxy or the API is?');
}
