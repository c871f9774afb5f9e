import { sha256 } from '../cache/key/sha256.js';

type Hash = (algorithm: 'sha256', data: Uint8Array | string, encoding: 'hex') => string;
interface Platform {
  process?: { getBuiltinModule?(name: string): { hash?: Hash } | undefined };
}

let hash: Hash | undefined;

/**
 * SHA-256 in lower-case hex. Node's own is asked at once: `crypto.subtle` goes through its thread pool, which takes longer than
 * all the rest of a hit. Everywhere else that is what there is.
 */
export function digest(data: Uint8Array<ArrayBuffer> | string): string | Promise<string> {
  hash ??= (globalThis as Platform).process?.getBuiltinModule?.('node:crypto')?.hash;
  return hash ? hash('sha256', data, 'hex') : sha256(data);
}
