type Size = [width: number, height: number];
/** The first bytes of a file as Latin-1, so many of them. */
type Text = (most: number) => string;

const LONG = 2 ** 16;

/**
 * Whether a format can be drawn: `always` in every browser that can run the widget; `if-the-browser-can`: only by trying; `never`.
 */
export type Promised = 'always' | 'if-the-browser-can' | 'never';

/** What the first bytes of a file tell. The sides are as stored: a camera's picture may still have to be turned, a drawing has none. */
export interface Header {
  /** `jpeg`, `png`, `HEIC`, `PDF` …: as it is named to a visitor, in capitals where it is a name. */
  format: string;
  promise: Promised;
  width?: number;
  height?: number;
}

/** Bytes are matched as Latin-1 text, one character each; the first line that matches wins. Escaped: a page may read the script as Latin-1. */
const FORMATS: [format: string, promise: Promised, signature: RegExp, size?: (view: DataView, text: Text) => Size | undefined][] =
  [
    ['jpeg', 'always', /^\xff\xd8\xff/, jpegSize],
    ['png', 'always', /^.PNG\r/, (view) => [view.getUint32(16), view.getUint32(20)]],
    ['gif', 'always', /^GIF8/, (view) => [view.getUint16(6, true), view.getUint16(8, true)]],
    ['webp', 'always', /^RIFF....WEBP/s, webpSize],
    // A negative height only means "top row first".
    ['bmp', 'always', /^BM.{12}[(48@l|]\0/s, (view) => [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]],
    ['avif', 'if-the-browser-can', /^....ftyp(....){0,9}?avi[fs]/s, heifSize],
    ['HEIC', 'if-the-browser-can', /^....ftyp(....){0,9}?(he[iv]|m[is]f1)/s, heifSize],
    ['RAW', 'never', /^(....ftypcrx|II\*\0....CR|FUJIFILM)/s],
    ['MP4', 'never', /^....ftyp/s],
    ['TIFF', 'if-the-browser-can', /^(II\*|MM\0)/],
    ['JPEG XL', 'if-the-browser-can', /^(\xff\n|....JXL )/s],
    ['PSD', 'never', /^8BPS/],
    ['PDF', 'never', /^%PDF/],
    ['svg', 'always', /<svg\s/],
  ];

/** Content decides, not the name. `undefined`: nothing known, perhaps no picture at all. */
export function readHeader(bytes: Uint8Array): Header | undefined {
  const text = (most: number) => new TextDecoder('latin1').decode(bytes.subarray(0, most));
  const find = (head: string) => FORMATS.find(([, , signature]) => signature.test(head));
  // Only a drawing may begin late: a server takes 0.3 ms for the long text, and next to nothing for the short one.
  const [format, promise, , size] = find(text(64)) ?? find(text(LONG)) ?? [];
  if (!format || !promise) return;
  try {
    const [width, height] = size!(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), text)!;
    return { format, promise, width, height };
  } catch {
    return { format, promise }; // cut short, or not told
  }
}

/** From segment to segment, however long their EXIF, up to the start of frame (ITU T.81, B.2); fill and stray bytes are skipped. */
function jpegSize(view: DataView): Size {
  for (let at = 2; ;) {
    const marker = view.getUint16(at);
    if (marker < 0xffc0 || marker > 0xfffe) at++;
    else if (marker > 0xffcf || (marker > 0xffc0 && marker % 4 === 0)) at += 2 + view.getUint16(at + 2);
    else return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
}

/** Extended, lossless and lossy files keep it in three places (RFC 9649). None can be drawn over 16,383 pixels: 16 bits are enough. */
function webpSize(view: DataView, read: Text): Size {
  const text = read(16);
  const word = (at: number) => view.getUint16(at, true);
  if (text[15] === 'X') return [word(24) + 1, word(27) + 1];
  if (text[15] === 'L') return [(word(21) & 0x3fff) + 1, ((view.getUint32(21, true) >> 14) & 0x3fff) + 1];
  return [word(26) & 0x3fff, word(28) & 0x3fff];
}

/** The widest `ispe` box is the picture; the others are its tiles, its alpha and its thumbnail. */
function heifSize(view: DataView, text: Text): Size | undefined {
  return [...text(LONG).matchAll(/\0\x14ispe/g)]
    .map(({ index }): Size => [view.getUint32(index + 10), view.getUint32(index + 14)])
    .sort(([a], [b]) => b - a)[0];
}
