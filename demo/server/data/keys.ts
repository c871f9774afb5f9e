import { createHash } from 'node:crypto';

/**
 * Keys are kept and looked up as digests only: the data holds nothing to steal, and since the caller cannot steer a digest
 * byte by byte, the time a look-up takes tells nothing about a key.
 */
export const digestOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** `px_...abc123`, as PixCraft documents it: enough for an owner to recognise a key, not enough to use it. */
export function maskKey(key: string): string {
  const prefix = /^(?:px|picsart)_/.exec(key)?.[0] ?? '';
  return key.length < 12 ? '...' : `${prefix}...${key.slice(-6)}`;
}
