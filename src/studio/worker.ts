import { finish } from '../core/slices.js';
import type { CatalogueColor, Pixels } from '../engine/pattern.js';
import { Desk, type Order } from './desk.js';
import type { Draft } from './drafter.js';

/** To the worker. */
export type Message = { picture: Pixels } | { colors: readonly CatalogueColor[] } | { order: Order; number: number };
/** From it. `ready` comes once, first. */
export type Reply = { ready: true } | { number: number; draft?: Draft };

interface Scope {
  onmessage: ((event: { data: Message }) => void) | null;
  postMessage(reply: Reply, transfer?: Transferable[]): void;
}

export { Desk } from './desk.js';

/** Where this file came from, when it came as a script: a worker starts from the same address. */
export const address = (globalThis.document?.currentScript as HTMLScriptElement | null | undefined)?.src;

/** The worker's end of the line. Its file is fetched by the page as well: where no worker may be, the desk stands there. */
export function work(scope: Scope): void {
  const desk = new Desk();
  scope.onmessage = ({ data }) => {
    if ('picture' in data) desk.picture(data.picture);
    else if ('colors' in data) desk.colors(data.colors);
    else {
      const draft = finish(desk.serve(data.order));
      scope.postMessage({ number: data.number, draft }, draft && [draft.cells.buffer]);
    }
  };
  scope.postMessage({ ready: true });
}

// A page has a document, a worker has none; neither has Node, which may import this.
if (
  typeof document === 'undefined' &&
  typeof (globalThis as Partial<Scope> & { importScripts?: unknown }).importScripts === 'function'
)
  work(globalThis as unknown as Scope);
