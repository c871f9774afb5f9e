import type { Operation } from '../providers/provider.js';
import type { Design } from './design.js';
import { askFree } from './free.js';
import type { Settings } from './options.js';
import { Refused } from './refused.js';
import type { Kept } from './stores/store.js';
import type { Upstream } from './upstream.js';

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
    const { provider, clock } = this.#settings;
    const { results } = this.#upstream;
    const write = () => provider.write(upload, parameters);
    const reply = await askFree('pdf', operation, write, this.#settings, this.#upstream);
    if (!/pdf/.test(reply.type) || !reply.bytes) throw new Refused('bad-response');
    // Only a plain file name is taken from a header.
    const filename = /filename="?([\w.-]+)/.exec(reply.headers.get('Content-Disposition') ?? '')?.[1] ?? 'pattern.pdf';
    const kept = { bytes: new Uint8Array(reply.bytes), about: { type: 'application/pdf', filename }, at: clock.now() };
    // Nothing of a design is kept that nobody has paid for.
    if (await results.get(key)) await results.keep(name, kept);
    return kept;
  }
}
