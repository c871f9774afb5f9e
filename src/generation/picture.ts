import { sha256 } from '../cache/key/sha256.js';
import type { ImageError } from '../image/image-error.js';
import type * as Room from '../image/opened.js';
import { PatternError } from '../core/pattern-error.js';
import { adjusted } from '../cache/key/design-key.js';
import type { Adjustments } from '../image/adjustments.js';
import type { Size as Sides } from '../image/sizes.js';

export type Opened = Room.Opened;
export type PictureSource = Blob | URL | string;

/** What the pattern is made from: bytes of the visitor's, or an address that the API fetches itself. */
export interface Picture {
  url?: string;
  /** SHA-256 of the bytes, or the address; with what was done to it. */
  id(): Promise<string>;
  /** Its pixels, where its bytes can be read. */
  opened?: Room.Opened;
  adjustments?: Adjustments;
  /** Once it is adjusted. */
  sides?: Sides;
}

/** The picture that was chosen. */
export interface Adjustable extends Picture {
  /** As it becomes by what is wished; throws a PatternError for wishes that make no sense. What can only be had by its address stays as it is. */
  as(adjustments: unknown): Picture;
}

/** Whoever waits longer for a picture that only makes a draft would rather press. */
const PATIENCE = 8000;

/**
 * An address, which the API fetches itself. Where its bytes can be read here, too, it can be tried on for free; what is then cut or lit
 * goes as bytes.
 */
async function linked(url: string, room: () => Promise<typeof Room>): Promise<Adjustable> {
  const picture = { url, id: async () => url };
  // `AbortSignal.timeout` is younger than the browsers that are supported.
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  try {
    const answer = await fetch(url, waiting);
    if (!answer.ok) throw answer;
    const own = await held(await answer.blob(), room);
    const as = (wishes: unknown): Picture => {
      const made = own.as(wishes);
      return made.adjustments ? made : { ...made, ...picture };
    };
    return { ...picture, opened: own.opened, as };
  } catch {
    return { ...picture, as: () => picture };
  } finally {
    clearTimeout(timer);
  }
}

function read(opened: Room.Opened, wishes: unknown): ReturnType<Room.Opened['adjusted']> {
  try {
    return opened.adjusted(wishes);
  } catch (cause) {
    throw new PatternError('parameters-invalid', { field: 'adjustments', cause });
  }
}

/**
 * Takes the picture in, by its content and not its name; throws an image-… error for what cannot become a pattern.
 * @param room the file that reads pictures
 */
export async function openPicture(source: PictureSource, room: () => Promise<typeof Room>): Promise<Adjustable> {
  try {
    let file = source;
    if (!(file instanceof Blob)) {
      const url = new URL(file, document.baseURI).href;
      if (!/^(data|blob):/.test(url)) {
        if (/^https?:/.test(url)) return await linked(url, room);
        throw new PatternError('image-invalid');
      }
      file = await bytesAt(url, room);
    }
    return await held(file, room);
  } catch (cause) {
    throw pictureError(cause);
  }
}

/** What came as bytes. */
async function held(bytes: Blob, room: () => Promise<typeof Room>): Promise<Adjustable> {
  const { open } = await room().catch((cause) => {
    throw new PatternError('network', { cause });
  });
  const opened = await open(bytes);
  let id: Promise<string> | undefined;
  const own = () => (id ??= readBytes(bytes).then(sha256));
  const as = (wishes: unknown): Picture => {
    const { adjustments, sides } = read(opened, wishes);
    return { opened, adjustments, sides, id: async () => adjusted(await own(), adjustments) };
  };
  return { opened, id: own, as };
}

/** A `data:` or `blob:` address that the page hands in. A strict policy has neither among what may be connected to. */
async function bytesAt(url: string, room: () => Promise<typeof Room>): Promise<Blob> {
  const [, type, base64, text] = /^data:([^,]*?)(;base64)?,(.*)$/is.exec(url) ?? [];
  if (text !== undefined) {
    const plain = decodeURIComponent(text);
    return new Blob([base64 ? Uint8Array.from(atob(plain), (char) => char.charCodeAt(0)) : plain], { type });
  }
  return fetch(url).then(
    (answer) => answer.blob(),
    // But it can be seen.
    async () => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      return (await room()).bare(await canvas.convertToBlob());
    },
  );
}

/** What was read once may be gone now: moved, or changed by another program. Firefox then reads what the file holds by now. */
async function readBytes(file: Blob): Promise<ArrayBuffer> {
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes?.byteLength === file.size) return bytes;
  throw new PatternError('image-invalid', { cause: { reason: 'changed' } });
}

/** What is wrong with a picture, as one of ours. */
export const pictureError = (cause: unknown): unknown =>
  cause instanceof PatternError || (cause as Error).name === 'AbortError'
    ? cause
    : // It comes from another file, with a class of its own.
      new PatternError((cause as ImageError).name === 'ImageError' ? (cause as ImageError).code : 'image-invalid', {
        cause,
        format: (cause as ImageError).format,
      });
