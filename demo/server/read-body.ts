/** More bytes than allowed. Thrown while they arrive: what is too much is never kept in memory. */
export class BodyTooLarge extends Error {}

/** A sender that is told at once, while still sending, often sees a broken connection instead of the answer: hear it out, a while. */
const HEARD_OUT = { bytes: 64 * 1024 * 1024, ms: 10_000 };

export async function readLimited(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Buffer> {
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
    if (size > HEARD_OUT.bytes + maxBytes || (size > maxBytes && Date.now() - since > HEARD_OUT.ms)) break;
  }
  if (size > maxBytes) {
    void reader.cancel().catch(() => {});
    throw new BodyTooLarge(`More than ${maxBytes} bytes`);
  }
  return Buffer.concat(parts);
}
