import { PatternError } from '../generation/pattern-error.js';
import type { Settings } from '../generation/settings.js';
import { findProvider } from '../providers/registry.js';
import type { PatternGenerator } from './pattern-generator.js';

const positive = (value: unknown, fallback: number) => (+(value as number) > 0 ? +(value as number) : fallback);

/** What the attributes say, checked; a page that cannot work is told so by name. */
export function readSettings(element: PatternGenerator, parameters: Record<string, unknown>): Settings {
  const { provider: name, endpoint, apiKey, authorize } = element;
  const provider = findProvider(name);
  if (!provider) throw new PatternError('misconfigured', { cause: `There is no provider "${name}"` });
  let base;
  try {
    base = new URL(endpoint ?? provider.base, document.baseURI).href.replace(/[?#].*|\/+$/g, '');
    if (!/^https?:/.test(base)) throw 0;
  } catch {
    throw new PatternError('misconfigured', { cause: `endpoint is not an address: "${endpoint}"` });
  }
  return {
    provider,
    base,
    apiKey: apiKey ?? '',
    authorize: authorize && (() => authorize.call(element)),
    timeout: positive(element.timeout, 60) * 1000,
    maxWait: positive(element.maxWait, 120) * 1000,
    cache:
      element.cache === 'off'
        ? undefined
        : { maxBytes: positive(element.cacheSize, 50) * 1e6, maxAge: positive(element.cacheDays, 30) * 86_400_000 },
    parameters,
  };
}
