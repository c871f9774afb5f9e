import { sendFree } from '../api/free.js';
import type { Operation } from '../providers/provider.js';
import type { Design } from './design.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';
import type { Kept } from './stores/store.js';
import type { Upstream } from './upstream.js';

const MINUTE = 60_000;

/** The PDF costs no use, but it keeps the vendor busy: it is made once, and so many a minute as patterns may be. */
export class Pdfs {
  #settings: Settings;
  #upstream: Upstream;
  #making = new Map<string, Promise<Kept>>();

  constructor(settings: Settings, upstream: Upstream) {
    this.#settings = settings;
    this.#upstream = upstream;
  }

  async get(operation: Operation, design: Design): Promise<{ kept: Kept; cache: 'hit' | 'miss' | 'joined' }> {
    const name = `${design.key}:pdf`;
    const under = this.#making.get(name);
    if (under) return { kept: await under, cache: 'joined' };
    const kept = await this.#upstream.results.get(name);
    if (kept) return { kept, cache: 'hit' };
    const making = this.#making.get(name) ?? this.#make(operation, design, name).finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return { kept: await making, cache: 'miss' };
  }

  async #make(operation: Operation, { key, upload, parameters }: Design, name: string): Promise<Kept> {
    const { provider, clock, timeout, store, siteMinute } = this.#settings;
    const { account, results, site } = this.#upstream;
    const minute = Math.floor(clock.now() / MINUTE);
    const until = (minute + 1) * MINUTE;
    const budget = { name: `pdf-minute:${minute}:${site}`, limit: siteMinute, until };
    if ((await store.take([budget])).length)
      throw new Refused('over-budget', { until, policies: [{ name: 'pdf-minute', limit: siteMinute, window: 60 }] });
    const reply = await sendFree(account, operation, () => provider.write(upload, parameters), { timeout, maxWait: 2000 });
    if (!/pdf/.test(reply.type) || !reply.bytes) throw new Refused('bad-response');
    // Only a plain file name is taken from a header.
    const filename = /filename="?([\w.-]+)/.exec(reply.headers.get('Content-Disposition') ?? '')?.[1] ?? 'pattern.pdf';
    const kept = { bytes: new Uint8Array(reply.bytes), about: { type: 'application/pdf', filename }, at: clock.now() };
    // Nothing of a design is kept that nobody has paid for.
    if (await results.get(key)) await results.keep(name, kept);
    return kept;
  }
}
