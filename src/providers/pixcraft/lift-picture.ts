// A server's picture goes from one JSON text into the next: parsing and writing 400 kB as a text costs it more than all else.

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What stands in the text where the picture was. */
export const LIFTED = 'PictureLiftedOut';

/** A shorter text is not worth it. */
const LONG = 4096;
/** It stands among a handful of fields; a body of nothing but quotes must not be searched for it. */
const MOST_QUOTES = 100;
const QUOTE = 34;
/** A multiple of four, so that each piece is whole; small enough to cost no large allocation. */
const PIECE = 1 << 16;

export interface Lifted {
  /** The body with the picture's text replaced. */
  json: string;
  /** The picture's text as it arrived, and what it says. */
  base64: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Takes the one long base64 text out of a JSON body; undefined where there is none, or where it is not written as plainly as can
 * be. What stands between two quotes and has only these characters is the inside of a string, whatever stands around it, or the
 * body is no JSON; so with another such word in its place the body means the same.
 */
export function liftPicture(body: Uint8Array<ArrayBuffer>): Lifted | undefined {
  const { Buffer } = globalThis as Partial<typeof globalThis>;
  if (!Buffer) return;
  const whole = Buffer.from(body.buffer, body.byteOffset, body.length);
  let from = whole.indexOf(QUOTE);
  for (let quotes = 1; from >= 0 && quotes < MOST_QUOTES; quotes++) {
    const to = whole.indexOf(QUOTE, from + 1);
    if (to - from > LONG) return lift(whole, from + 1, to);
    from = to;
  }
  return;
}

function lift(whole: Buffer<ArrayBuffer>, from: number, to: number): Lifted | undefined {
  const base64 = whole.subarray(from, to);
  const bytes = decode(base64);
  const json = `${utf8(whole.subarray(0, from))}${LIFTED}${utf8(whole.subarray(to))}`;
  return bytes && json.indexOf(LIFTED) === json.lastIndexOf(LIFTED) ? { json, base64, bytes } : undefined;
}

/** Strict: undefined for what another encoder would have written otherwise. */
function decode(text: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 || text.includes('-') || text.includes('_')) return;
  const padding = text.at(-1) !== 61 ? 0 : text.at(-2) !== 61 ? 1 : 2;
  const bytes = Buffer.allocUnsafeSlow((text.length / 4) * 3 - padding);
  let size = 0;
  for (let at = 0; at < text.length; at += PIECE) size += bytes.write(text.toString('latin1', at, at + PIECE), size, 'base64');
  const tail = bytes.subarray(bytes.length - 3 + padding).toString('base64');
  return size === bytes.length && text.subarray(-4).toString('latin1') === tail ? bytes : undefined;
}
