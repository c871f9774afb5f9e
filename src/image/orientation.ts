/** Where a file says how it was held: EXIF's orientation, 1 … 8, and the two bytes that say it. */
export interface Orientation {
  value: number;
  at: number;
}

const ORIENTATION = 0x0112;

/** Reads the tag from the first directory of a TIFF structure (TIFF 6.0, section 2). */
function inTiff(view: DataView, start: number): Orientation | undefined {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  for (let left = view.getUint16(directory, little), at = directory + 2; left > 0; left--, at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    return value > 0 && value < 9 ? { value, at: at + 8 } : undefined;
  }
  return;
}

const name = (view: DataView, at: number) => view.getUint32(at);
const [EXIF_BLOCK, EXIF_WORD, PNG_EXIF] = [0x45584946, 0x45786966, 0x65584966]; // EXIF, Exif, eXIf

/** By format, where the TIFF structure begins. They throw where the file ends before. */
const FIND: Record<string, (view: DataView) => number | undefined> = {
  jpeg(view) {
    for (let at = 2; view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda; at += 2 + view.getUint16(at + 2))
      if (view.getUint8(at + 1) === 0xe1 && name(view, at + 4) === EXIF_WORD) return at + 10;
    return;
  },
  webp(view) {
    for (let at = 12; ; at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) & 1))
      // Some writers put JPEG's prefix before it.
      if (name(view, at) === EXIF_BLOCK) return name(view, at + 8) === EXIF_WORD ? at + 14 : at + 8;
  },
  png(view) {
    for (let at = 8; ; at += 12 + view.getUint32(at)) if (name(view, at + 4) === PNG_EXIF) return at + 8;
  },
};

/** `undefined` where nothing, or nothing that makes sense, is said. */
export function findOrientation(bytes: Uint8Array, format: string): Orientation | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const start = FIND[format]?.(view);
    return start === undefined ? undefined : inTiff(view, start);
  } catch {
    return; // ends before it is said
  }
}
