import { plainSha256 } from './plain-sha256.js';

interface Subtle {
  digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** SHA-256 in lower-case hex. Browsers have no `crypto.subtle` on plain http, where this must work too. */
export async function sha256(
  data: ArrayBuffer | Uint8Array<ArrayBuffer> | DataView<ArrayBuffer> | string,
  subtle: Subtle | undefined = globalThis.crypto?.subtle,
): Promise<string> {
  // Bytes of anything: a view may show only a part of its buffer.
  const bytes =
    typeof data === 'string'
      ? new TextEncoder().encode(data)
      : new Uint8Array('buffer' in data ? data.buffer : data, 'buffer' in data ? data.byteOffset : 0, data.byteLength);
  const digest = new Uint8Array(await (subtle ? subtle.digest('SHA-256', bytes) : plainSha256(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
