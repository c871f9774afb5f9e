import { sha256 } from '../cache/key/sha256.js';
import type { ImageError } from '../image/image-error.js';
import type * as Room from '../image/opened.js';
import { PatternError } from '../core/pattern-error.js';

export type PictureSource = Blob | URL | string;

/** What the pattern is made from: bytes of the visitor's, or an address that the API fetches itself. */
export interface Picture {
  file?: Blob;
  url?: string;
  /** SHA-256 of the bytes, or the address. */
  id(): Promise<string>;
  /** Its pixels, where it came as bytes. */
  opened?: Room.Opened;
}

/**
 * Takes the picture in, by its content and not its name; throws an image-… error for what cannot become a pattern.
 * @param room the file that reads pictures
 */
export async function openPicture(source: PictureSource, room: () => Promise<typeof Room>): Promise<Picture> {
  try {
    let file = source;
    if (!(file instanceof Blob)) {
      const url = new URL(file, document.baseURI).href;
      if (!/^(data|blob):/.test(url)) {
        if (/^https?:/.test(url)) return { url, id: async () => url };
        throw new PatternError('image-invalid');
      }
      file = await bytesAt(url);
    }
    const bytes = file;
    const { open } = await room().catch((cause) => {
      throw new PatternError('network', { cause });
    });
    const opened = await open(bytes);
    let id: Promise<string> | undefined;
    return { file, opened, id: () => (id ??= readBytes(bytes).then(sha256)) };
  } catch (cause) {
    throw pictureError(cause);
  }
}

/** A `data:` or `blob:` address that the page hands in. */
async function bytesAt(url: string): Promise<Blob> {
  const [, type, base64, text] = /^data:([^,]*?)(;base64)?,(.*)$/is.exec(url) ?? [];
  try {
    if (text === undefined) return await (await fetch(url)).blob();
    // Read by hand: a strict policy has no `data:` among what may be connected to.
    const plain = decodeURIComponent(text);
    const bytes = base64 ? Uint8Array.from(atob(plain), (char) => char.charCodeAt(0)) : plain;
    return new Blob([bytes], { type });
  } catch (cause) {
    if (!url.startsWith('blob:')) throw cause;
    // The same policy keeps `fetch` from it, but lets it be seen.
    return redrawn(url);
  }
}

async function redrawn(url: string): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')!.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(url)))));
}

/** What was read once may be gone now: moved, or changed by another program. */
const readBytes = (file: Blob): Promise<ArrayBuffer> =>
  file.arrayBuffer().catch((cause) => {
    throw new PatternError('image-invalid', { cause: Object.assign(new Error('changed', { cause }), { reason: 'changed' }) });
  });

/** What is wrong with a picture, as one of ours. */
export const pictureError = (cause: unknown): unknown =>
  cause instanceof PatternError || (cause as Error).name === 'AbortError'
    ? cause
    : // It comes from another file, with a class of its own.
      new PatternError((cause as ImageError).name === 'ImageError' ? (cause as ImageError).code : 'image-invalid', {
        cause,
        format: (cause as ImageError).format,
      });
