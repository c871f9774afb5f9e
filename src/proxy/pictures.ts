import { send } from '../api/transport.js';
import { readHeader } from '../image/header.js';
import type { Incoming } from './incoming.js';
import { ownOrigin } from './own-origin.js';
import type { Settings } from './options.js';
import { picturePath } from './route.js';
import type { Kept } from './stores/store.js';
import type { Upstream } from './upstream.js';

/** The largest that a vendor makes: 8000 × 8000 pixels as PNG. */
const MOST = 100e6;
const TYPES: Record<string, string> = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif' };

/** Pictures that an answer only points to. The vendor deletes them soon, so they are fetched at once and kept. */
export class Pictures {
  #settings: Settings;
  #upstream: Upstream;
  #fetching = new Map<string, Promise<Kept | undefined>>();

  constructor(settings: Settings, upstream: Upstream) {
    this.#settings = settings;
    this.#upstream = upstream;
  }

  /** Our own address of the picture that belongs to an answer. */
  addressOf({ about }: Kept, key: string, request: Incoming): string {
    const extension = /\.(jpe?g|png|webp|gif)(?:$|[?#])/i.exec(about.picture ?? '')?.[1]?.toLowerCase() ?? 'jpg';
    return ownOrigin(request, this.#settings) + this.#settings.basePath + picturePath(key, extension);
  }

  /** The picture of a design that was paid for; undefined when there is none. Whoever asks meanwhile waits for the same. */
  get(key: string): Promise<Kept | undefined> {
    let fetching = this.#fetching.get(key);
    if (!fetching) {
      fetching = this.#get(key).finally(() => this.#fetching.delete(key));
      this.#fetching.set(key, fetching);
    }
    return fetching;
  }

  async #get(key: string): Promise<Kept | undefined> {
    const { results } = this.#upstream;
    const name = `${key}:picture`;
    const kept = await results.get(name);
    if (kept) return kept;
    const address = (await results.get(key))?.about.picture;
    const fetched = address ? await this.#fetch(address) : undefined;
    if (fetched) await results.keep(name, fetched);
    return fetched;
  }

  /** Without the key: where the address leads is the vendor's business. */
  async #fetch(address: string): Promise<Kept | undefined> {
    const { clock, timeout, upstream } = this.#settings;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== 'https:' && url?.origin !== new URL(upstream).origin) return;
    for (let tries = 0; tries < 3; tries++) {
      const { status, bytes } = await send({ url: url.href, init: {} }, { fetch: this.#settings.fetch, clock, limit: timeout });
      if (status !== 200 || !bytes || bytes.byteLength > MOST) continue;
      const { format = '' } = readHeader(new Uint8Array(bytes)) ?? {};
      if (!TYPES[format]) return;
      return { bytes: new Uint8Array(bytes), about: { type: `image/${format}`, extension: TYPES[format] }, at: clock.now() };
    }
    return;
  }
}
