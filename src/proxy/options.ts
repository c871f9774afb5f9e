import { systemClock, type Clock, type Random } from '../core/clock.js';
import { providers } from '../providers/registry.js';
import { serving } from '../providers/serving.js';
import type { Provider, ProviderFace } from '../providers/provider.js';
import { memoryStore } from './stores/memory.js';
import type { Store } from './stores/store.js';

/** What the host knows of one request besides the request. */
export interface Context {
  /** Address of whoever is connected: of the last machine before this one. */
  ip?: string | null;
  /** Keeps a worker alive until something is finished (Workers, Vercel). */
  waitUntil?(work: Promise<unknown>): void;
}

/** Whom the host lets in; `visitor` names whose budget it is (default: the address). Anything but an object refuses. */
export type Admitted = { visitor?: string } | Response | false | null | undefined;

export interface ProxyOptions {
  /** `pixcraft` (default), `picsart`, or one of your own with `read()` and `write()`. */
  provider?: string | ProviderFace;
  /** The vendor's key. It never leaves the server. */
  apiKey: string;
  /** Base address of the vendor's API; default: the provider's own. */
  upstream?: string;
  /** Pages that may ask, exact in scheme, host and port; `*` is everybody. Default: only pages of the proxy's own address. */
  origins?: string | readonly string[];
  /** Below which path the vendor's paths are served; default `/patterns`. */
  basePath?: string;
  /** Where everything is kept; default: the memory of this process. */
  store?: Store;
  /** Paid requests one visitor may cause a day (UTC); default 20. */
  visitorDay?: number;
  /** Paid requests all visitors together may cause a minute; default 60. */
  siteMinute?: number;
  /** The same a month; default: no limit but the vendor's. */
  siteMonth?: number;
  /** How many of the vendor's uses stay for the owner; default 0. */
  reserve?: number;
  /** Days (30) and megabytes (500) that results are kept. */
  keepDays?: number;
  keepMb?: number;
  /** How many proxies stand before this one and add to `X-Forwarded-For`; default 0: the header counts for nothing. */
  trustProxy?: number;
  /** Opens `_owner`; without it there is none. */
  ownerToken?: string;
  /** Posts to this address when few uses are left (50), and when none are. */
  onLowUrl?: string;
  /** Whether pages are told how many uses are left; default true. */
  showLeft?: boolean;
  /** Seconds before a request to the vendor is given up; default 60. */
  timeout?: number;
  /** Decides who may ask. The request comes without its body. */
  authorize?: (request: Request) => Promise<Admitted> | Admitted;
  /** Told what the owner should know; default: `console`. Never told the key. */
  log?: Pick<Console, 'error' | 'warn'>;
  fetch?: typeof fetch;
  clock?: Clock;
  random?: Random;
}

/** The options, checked and filled in. */
export interface Settings extends Required<
  Pick<
    ProxyOptions,
    'apiKey' | 'visitorDay' | 'siteMinute' | 'siteMonth' | 'reserve' | 'trustProxy' | 'showLeft' | 'log' | 'random'
  >
> {
  provider: Provider & Required<Pick<Provider, 'read'>>;
  upstream: string;
  /** `undefined`: only the proxy's own. */
  origins?: ReadonlySet<string>;
  basePath: string;
  store: Store;
  bounds: { maxBytes: number; maxAge: number };
  ownerToken?: string;
  onLowUrl?: string;
  /** Milliseconds. */
  timeout: number;
  authorize?: ProxyOptions['authorize'];
  fetch: typeof fetch;
  clock: Clock;
}

/** A proxy that cannot work says so when it is made. */
export function readOptions(options: ProxyOptions): Settings {
  const clock = options.clock ?? systemClock;
  if (!options.apiKey?.trim()) throw new Error('apiKey is missing: it is the key that the vendor gave you');
  // A key with a line break or a quote of a word processor would fail at each request, and no sooner.
  if (!/^[\x21-\x7e]+$/.test(options.apiKey.trim()))
    throw new Error('apiKey holds characters that no key has: copy it once more');
  if (options.ownerToken && !/^[\x21-\x7e]+$/.test(options.ownerToken))
    throw new Error('ownerToken must have letters, digits and signs only, and no blank');
  const origins = readOrigins(options.origins);
  if (origins?.has('*') && options.authorize)
    throw new Error('origins must name the pages when there is authorize: with * any page could use the visitors’ cookies');
  const amount = (name: keyof ProxyOptions, usual: number) => readAmount(name, options[name], usual);
  return {
    apiKey: options.apiKey.trim(),
    provider: readProvider(options.provider),
    upstream: readUpstream(options.upstream ?? faceOf(options.provider).base),
    origins,
    basePath: readBasePath(options.basePath ?? '/patterns'),
    store: options.store ?? memoryStore({ clock }),
    visitorDay: amount('visitorDay', 20),
    siteMinute: amount('siteMinute', 60),
    siteMonth: amount('siteMonth', Infinity),
    reserve: amount('reserve', 0),
    bounds: { maxBytes: amount('keepMb', 500) * 1e6, maxAge: amount('keepDays', 30) * 86_400_000 },
    trustProxy: readHops(amount('trustProxy', 0)),
    timeout: amount('timeout', 60) * 1000,
    ownerToken: options.ownerToken || undefined,
    onLowUrl: options.onLowUrl ? readUpstream(options.onLowUrl, 'onLowUrl') : undefined,
    showLeft: options.showLeft ?? true,
    authorize: options.authorize,
    log: options.log ?? console,
    // Looked up at every call, and called as a function of nothing: some platforms insist on that.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    clock,
    random: options.random ?? Math.random,
  };
}

function faceOf(provider: ProxyOptions['provider'] = 'pixcraft'): ProviderFace {
  const face = typeof provider === 'string' ? providers.get(provider) : provider;
  if (!face) throw new Error(`There is no provider "${provider as string}"`);
  return face;
}

function readProvider(wanted: ProxyOptions['provider']): Settings['provider'] {
  const face = faceOf(wanted);
  const provider = serving(face);
  const { read } = provider ?? {};
  if (!provider || !read) throw new Error(`The provider "${face.name}" cannot be served: it has no read()`);
  return { ...provider, read };
}

function readAmount(name: string, value: unknown, usual: number): number {
  if (value === undefined || value === '') return usual;
  const amount = Number(value);
  if (!(amount >= 0)) throw new Error(`${name} is "${String(value)}", but must be a number from 0`);
  return amount;
}

function readUpstream(address: string, name = 'upstream'): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash || (url.search && name === 'upstream'))
    throw new Error(`${name} is "${address}", but must be a web address like https://api.example`);
  return url.href.replace(/\/+$/, '');
}

/** `/patterns`; the root is the empty text. */
function readBasePath(path: string): string {
  const normal = `/${path}`.replace(/\/+/g, '/').replace(/\/$/, '');
  if (new URL(normal, 'http://a').pathname !== (normal || '/'))
    throw new Error(`basePath is "${path}", but must be a path like /patterns, as an address spells it`);
  return normal;
}

function readHops(hops: number): number {
  if (!Number.isInteger(hops))
    throw new Error(`trustProxy is "${hops}", but must be a whole number: how many proxies stand before this one`);
  return hops;
}

function readOrigins(origins: ProxyOptions['origins']): ReadonlySet<string> | undefined {
  const list = (typeof origins === 'string' ? origins.split(',') : (origins ?? [])).map((one) => one.trim()).filter(Boolean);
  for (const one of list)
    if (one !== '*' && !(URL.canParse(one) && new URL(one).href === `${new URL(one).origin}/`))
      throw new Error(`origins holds "${one}", but must hold origins like https://shop.example (scheme, host and port only)`);
  return list.length ? new Set(list.map((one) => (one === '*' ? one : new URL(one).origin))) : undefined;
}
