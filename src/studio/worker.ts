import { finish } from '../core/slices.js';
import type { CatalogueColor, Pixels } from '../engine/pattern.js';
import { Desk, type Drawn, type Order } from './desk.js';
import { withPixels } from './pixels-of.js';

/** To the worker. */
export type Message = { picture: Pixels } | { colors: readonly CatalogueColor[] } | { order: Order; number: number };
/** From it. `ready` comes once, first. */
export type Reply = { ready: true } | { number: number; drawn?: Drawn };

interface Scope {
  onmessage: ((event: { data: Message }) => void) | null;
  postMessage(reply: Reply, transfer?: Transferable[]): void;
}

/** Where this file came from, when it came as a script: a worker starts from the same address. */
export const address = (globalThis.document?.currentScript as HTMLScriptElement | null | undefined)?.src;

/** The worker's end of the line. Its file is fetched by the page as well: where no worker may be, the desk stands there. */
export function work(scope: Scope): void {
  const desk = new Desk();
  scope.onmessage = ({ data }) => {
    if ('picture' in data) desk.picture(data.picture);
    else if ('colors' in data) desk.colors(data.colors);
    else void serve(data.order, data.number);
  };
  async function serve(order: Order, number: number): Promise<void> {
    // What cannot be read is not drawn.
    const ready = await withPixels(order).catch(() => undefined);
    const drawn = ready && finish(desk.serve(ready));
    scope.postMessage({ number, drawn }, drawn && ['cells' in drawn ? drawn.cells.buffer : drawn.data.buffer]);
  }
  scope.postMessage({ ready: true });
}

// A page has a document, a worker has none; neither has Node, which may import this.
if (
  typeof document === 'undefined' &&
  typeof (globalThis as Partial<Scope> & { importScripts?: unknown }).importScripts === 'function'
)
  work(globalThis as unknown as Scope);
