/** More bytes than allowed. Thrown while they arrive: what is too much is never kept in memory. */
export class BodyTooLarge extends Error {}

/**
 * A client that is answered while it still sends often sees a broken connection instead of the answer, so requests are heard
 * out for a while, and what comes is thrown away.
 */
const HEARD_OUT = { bytes: 64 * 1024 * 1024, ms: 10_000 };

export async function readLimited(body: ReadableStream<Uint8Array> | null, maxBytes: number, hearOut = false): Promise<Buffer> {
  if (!body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  const reader = body.getReader();
  const since = Date.now();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= maxBytes) parts.push(value);
    else parts.length = 0;
    if (size > maxBytes && (!hearOut || size > maxBytes + HEARD_OUT.bytes || Date.now() - since > HEARD_OUT.ms)) break;
  }
  if (size > maxBytes) {
    void reader.cancel().catch(() => {});
    throw new BodyTooLarge(`More than ${maxBytes} bytes`);
  }
  return Buffer.concat(parts);
}
