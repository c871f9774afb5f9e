import type { Provider, ProviderFace } from '../providers/provider.js';
import { whole } from '../providers/whole.js';
import { PatternError } from '../core/pattern-error.js';

type Numeric = number | string;

/** What the page wrote on the element, unchecked. */
export interface Page {
  provider: string;
  endpoint?: string;
  apiKey?: string;
  authorize?: () => Promise<Record<string, string>> | Record<string, string>;
  timeout: Numeric;
  maxWait: Numeric;
  cache: string;
  cacheSize: Numeric;
  cacheDays: Numeric;
  usage: string;
  adjustments?: unknown;
}

/** What the host hands over at every press. */
export interface Wishes {
  page: Page;
  provider?: ProviderFace;
  /** What the page and the visitor chose. */
  parameters: Record<string, unknown>;
}

/** How to generate, checked. */
export interface Settings extends Pick<Wishes, 'parameters'>, Pick<Page, 'adjustments'> {
  provider: Provider;
  /** Absolute, without a trailing slash. */
  base: string;
  apiKey: string;
  authorize?: Page['authorize'];
  /** Milliseconds before one request is given up. */
  timeout: number;
  /** Longest wait in milliseconds that is sat out without asking. */
  maxWait: number;
  /** The page shows how many uses are left from the start. */
  meter: boolean;
  /** Bounds of the cache; absent when the page switched it off. */
  cache?: { maxBytes: number; maxAge: number };
}

/** Seconds; nothing that is being made takes longer, and what may be under way must be over some time. */
const LONGEST = 3600;

/** Zero is a wish too: no waiting, no keeping. */
const zeroOr = (value: Numeric, fallback: number) => (value !== '' && +value >= 0 ? +value : fallback);
const positive = (value: Numeric, fallback: number) => (+value > 0 ? +value : fallback);

const refuse = (cause: string) => new PatternError('misconfigured', { cause });

function address(endpoint: string): string {
  let url: URL | undefined;
  try {
    url = new URL(endpoint, document.baseURI);
  } catch {
    // Said below.
  }
  if (!url || !/^https?:$/.test(url.protocol)) throw refuse(`endpoint is not a web address: "${endpoint}"`);
  // Not repeated: it may be a secret.
  if (url.username || url.password) throw refuse('endpoint must not hold a name or a password');
  const { protocol, host, pathname } = url;
  return protocol + '//' + host + pathname.replace(/\/+$/, '');
}

/** A page that cannot work is told why, by name. */
export function readSettings({ page, provider: face, parameters }: Wishes): Settings {
  const provider = face && whole(face);
  if (!provider) throw refuse(`There is no provider "${page.provider}"`);
  return {
    provider,
    parameters,
    adjustments: page.adjustments,
    base: address(page.endpoint ?? provider.base),
    apiKey: page.apiKey ?? '',
    authorize: page.authorize && (() => page.authorize!()),
    timeout: Math.min(positive(page.timeout, 60), LONGEST) * 1000,
    maxWait: zeroOr(page.maxWait, 120) * 1000,
    meter: page.usage === 'always',
    cache:
      page.cache === 'off'
        ? undefined
        : { maxBytes: zeroOr(page.cacheSize, 50) * 1e6, maxAge: zeroOr(page.cacheDays, 30) * 86_400_000 },
  };
}
