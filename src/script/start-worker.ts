import { policy } from './policy.js';

/** A policy of nonces lets no worker in by its address, and the browser would complain of it aloud. */
const noncesRule = () => !!document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

/** A worker from the address from which a file came; undefined where there can be none: from elsewhere, or in a sandboxed frame. */
export const startWorker = (address?: string): Worker | undefined =>
  address && new URL(address, document.baseURI).origin === origin && !noncesRule()
    ? new Worker((policy?.createScriptURL(address) as unknown as string) ?? address)
    : undefined;
