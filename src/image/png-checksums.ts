import type { Work } from '../core/slices.js';

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** On from the checksum of what comes before. */
function crc32(bytes: Uint8Array, from: number, to: number, before: number): number {
  let crc = ~before;
  for (let at = from; at < to; at++) crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[at]!) & 255]!;
  return ~crc;
}

/** So many bytes take about a millisecond. */
const BREATH = 2 ** 18;

/**
 * Whether the pixels of a PNG are those that were written (PNG, 5.5: every chunk has its CRC). Chromium refuses others; WebKit paints
 * up to the damage and says nothing, and a use would be spent on half a picture.
 */
export function* matchChecksums(bytes: Uint8Array): Work<boolean> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8, end; at + 12 <= bytes.length; at = end + 4) {
    end = at + 8 + view.getUint32(at);
    // IDAT only: what browsers forgive in the others is none of ours.
    if (view.getUint32(at + 4) !== 0x49444154 || end + 4 > bytes.length) continue;
    let crc = 0;
    for (let from = at + 4; from < end; from += BREATH) {
      crc = crc32(bytes, from, Math.min(end, from + BREATH), crc);
      yield;
    }
    if (crc !== view.getInt32(end)) return false;
  }
  return true;
}
