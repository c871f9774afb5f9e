import { inSlices } from '../core/slices.js';
import type { CatalogueColor, Pixels } from '../engine/pattern.js';
import { Desk, type Drawn, type Order } from './desk.js';
import { withPixels } from './pixels-of.js';
import { address, type Message, type Reply } from './worker.js';

/** Somebody who makes drafts, one at a time. */
interface Maker {
  picture(source: Pixels): void;
  colors(catalogue: readonly CatalogueColor[]): void;
  make(order: Order, signal: AbortSignal): Promise<Drawn | undefined>;
  close(): void;
}

/** On the page, some milliseconds at a time. */
function onPage(): Maker {
  const desk = new Desk();
  return {
    picture: (source) => desk.picture(source),
    colors: (catalogue) => desk.colors(catalogue),
    make: async (order, signal) => inSlices(desk.serve(await withPixels(order)), signal),
    close: () => {},
  };
}

/** A worker that has not said a word by then is not coming. */
const PATIENCE = 3000;

/** In a worker; undefined where the page's policy, another origin or the browser does not let it start. */
async function inWorker(start: () => Worker | undefined): Promise<Maker | undefined> {
  let worker: Worker | undefined;
  try {
    worker = start();
  } catch {
    // Said by the fallback.
  }
  if (!worker) return;
  const waiting = new Map<number, (drawn: Drawn | undefined) => void>();
  const came = await new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), PATIENCE);
    const settle = (fine: boolean) => {
      clearTimeout(late);
      resolve(fine);
    };
    // A policy that forbids it is told as an error without a word.
    worker.onerror = (event) => {
      event.preventDefault();
      settle(false);
      for (const answer of waiting.values()) answer(undefined);
      waiting.clear();
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if ('ready' in data) return settle(true);
      waiting.get(data.number)?.(data.drawn);
      waiting.delete(data.number);
    };
  });
  if (!came) return void worker.terminate();
  let number = 0;
  const post = (message: Message) => worker.postMessage(message);
  return {
    picture: (picture) => post({ picture }),
    colors: (colors) => post({ colors }),
    async make(wish) {
      // A worker reads a picture where it can draw one.
      const order = 'OffscreenCanvas' in globalThis ? wish : await withPixels(wish);
      return new Promise((resolve) => {
        waiting.set(++number, resolve);
        post({ order, number });
      });
    },
    close: () => worker.terminate(),
  };
}

export interface DraftsOptions {
  /** Starts a worker from this file, which came through the page, that checked it; throws, or gives nothing, where that may not be. */
  start(address?: string): Worker | undefined;
  /** Called with the draft of the last wish, and with those before it as long as no newer one is shown; with nothing where none can be made. */
  shows(drawn: Drawn | undefined, order: Order): void;
}

/** Drafts of one picture. However fast the wishes come, at most one is being made and one waits: the last. */
export class Drafts {
  readonly #options: DraftsOptions;
  readonly #maker: Promise<Maker>;
  readonly #life = new AbortController();
  #next?: Order;
  #busy = false;

  constructor(options: DraftsOptions) {
    this.#options = options;
    this.#maker = inWorker(() => options.start(address)).then((worker) => worker ?? onPage());
    this.#life.signal.addEventListener('abort', () => void this.#with((maker) => maker.close()));
  }

  picture(source: Pixels): void {
    void this.#with((maker) => maker.picture(source));
  }
  colors(catalogue: readonly CatalogueColor[]): void {
    void this.#with((maker) => maker.colors(catalogue));
  }

  /** The newest wish goes before one that has not been begun. */
  wish(order: Order): void {
    this.#next = order;
    if (!this.#busy) void this.#work();
  }

  close(): void {
    this.#life.abort(new DOMException('The studio is closed', 'AbortError'));
  }

  #with(use: (maker: Maker) => void): Promise<void> {
    return this.#maker.then(use);
  }

  async #work(): Promise<void> {
    const { signal } = this.#life;
    this.#busy = true;
    const maker = await this.#maker;
    for (let order = this.#next; order && !signal.aborted; order = this.#next) {
      this.#next = undefined;
      const drawn = await maker.make(order, signal).catch(() => undefined);
      // What is exact is worth nothing once another wish has come; a quick one is better than what stands there.
      if (!signal.aborted && !(this.#next && order.wish?.exact)) this.#options.shows(drawn, order);
    }
    this.#busy = false;
  }
}
