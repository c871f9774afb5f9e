import { finish, type Work } from '../core/slices.js';

/** So many bytes are walked through in about a millisecond. */
const BREATH = 2 ** 20;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/**
 * The end marker after a scan (ITU T.81, B.1 and B.2). What cameras append behind it, a film or a second picture, does not matter,
 * and the end marker of a thumbnail is skipped with the segment that holds it.
 */
function* jpegHasEnd(bytes: Uint8Array): Work<boolean> {
  let scanning = false;
  for (let at = 2, rest = BREATH; (at = bytes.indexOf(0xff, at)) >= 0 && at + 1 < bytes.length;) {
    const marker = bytes[at + 1]!;
    if (marker === 0xd9 && scanning) return true;
    if (marker === 0xda) scanning = true;
    if (marker === 0xff) at++;
    else if (marker < 2 || (marker >= 0xd0 && marker <= 0xd9)) at += 2;
    else at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (at > rest) {
      rest = at + BREATH;
      yield;
    }
  }
  return false;
}

/** IEND closes it (PNG, 11.2.5); its checksum is never missed. */
function pngHasEnd(bytes: Uint8Array): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view(bytes).getUint32(at))
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IEND') return true;
  return false;
}

/** The container says how long it is (RFC 9649, 2.4). */
const webpHasEnd = (bytes: Uint8Array) => bytes.length >= 12 && view(bytes).getUint32(4, true) + 8 <= bytes.length;

/** Its trailer, after the blocks (GIF89a, 27): each a chain of pieces that ends with an empty one. */
function gifHasEnd(bytes: Uint8Array): boolean {
  const table = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  for (let at = 13 + table(bytes[10]!); at < bytes.length;) {
    if (bytes[at] === 0x3b) return true;
    at += bytes[at] === 0x2c ? 11 + table(bytes[at + 9]!) : 2;
    while (bytes[at]) at += 1 + bytes[at]!;
    at++;
  }
  return false;
}

/** As long as its rows take; packed ones (other compressions than 0 and 3) do not tell. */
function bmpHasEnd(bytes: Uint8Array): boolean {
  if (bytes.length < 34) return false;
  const info = view(bytes);
  if (![0, 3].includes(info.getUint32(30, true))) return true;
  const row = Math.ceil((info.getInt32(18, true) * info.getUint16(28, true)) / 32) * 4;
  return info.getUint32(10, true) + row * Math.abs(info.getInt32(22, true)) <= bytes.length;
}

/** Boxes one after the other (ISO 14496-12, 4.2): the directory and the data must be there to their ends. */
function heifHasEnd(bytes: Uint8Array): boolean {
  const missing = new Set(['meta', 'mdat']);
  for (let at = 0; at + 8 <= bytes.length && missing.size;) {
    const short = view(bytes).getUint32(at);
    // 0: to the end of the file. 1: a long size follows.
    const size = short === 1 && at + 16 <= bytes.length ? Number(view(bytes).getBigUint64(at + 8)) : short || bytes.length - at;
    if (size < 8 || at + size > bytes.length) return false;
    missing.delete(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
    at += size;
  }
  return !missing.size;
}

const ENDS: Record<string, (bytes: Uint8Array) => boolean> = {
  png: pngHasEnd,
  webp: webpHasEnd,
  gif: gifHasEnd,
  bmp: bmpHasEnd,
  avif: heifHasEnd,
  HEIC: heifHasEnd,
};

/** As {@link isWhole}, in steps of about a millisecond. */
export function* lookForEnd(bytes: Uint8Array, format: string): Work<boolean> {
  if (format === 'jpeg') return yield* jpegHasEnd(bytes);
  return ENDS[format]?.(bytes) ?? true;
}

/**
 * Whether a file has its end: many decoders paint half a picture without a word, and a use is spent on it. Formats whose end is not
 * known (drawings: their parser tells) count as whole.
 */
export const isWhole = (bytes: Uint8Array, format: string): boolean => finish(lookForEnd(bytes, format));
