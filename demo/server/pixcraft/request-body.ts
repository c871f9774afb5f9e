import { fromBase64 } from '../picture/base64.js';
import { fetchPicture } from '../picture/fetch-picture.js';
import { BodyTooLarge, readLimited } from '../read-body.js';
import type { Call } from '../services.js';
import { PixcraftError } from './errors.js';

/** Documented: "a valid JPEG, PNG, or WebP". */
export const FORMATS = ['jpeg', 'png', 'webp'];
/** Documented as "10 MB"; taken as 10 × 1024 × 1024 bytes. */
export const MAX_PICTURE = 10 * 1024 * 1024;
/** The same in base64, with room for the other fields. */
const MAX_BODY = Math.ceil(MAX_PICTURE / 3) * 4 + 64 * 1024;

export type Body = Record<string, unknown>;

/** Whatever the Content-Type says, the body is JSON. */
export async function readJson(call: Call): Promise<Body> {
  const bytes = await readLimited(call.req.raw.body, MAX_BODY, true).catch((error: unknown) => {
    throw error instanceof BodyTooLarge ? new PixcraftError('IMAGE_TOO_LARGE', 'The picture is over 10 MB') : error;
  });
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
  } catch {
    // told below
  }
  throw new PixcraftError('MISSING_REQUIRED_FIELD', 'The body must be a JSON object with `image` or `image_url`');
}

/** Whether there is one picture, without touching it. Documented: "either image or image_url, not both"; the code is assumed. */
export function requirePicture({ image, image_url: url }: Body): void {
  if (image == null && url == null) throw new PixcraftError('MISSING_REQUIRED_FIELD', '`image` or `image_url` is missing');
  if (image != null && url != null) throw new PixcraftError('INVALID_IMAGE', 'Send either `image` or `image_url`, not both');
  if (image === '' || (image == null && url === ''))
    throw new PixcraftError('MISSING_REQUIRED_FIELD', `\`${image === '' ? 'image' : 'image_url'}\` is empty`);
}

export async function readPicture(body: Body, call: Call): Promise<Buffer> {
  requirePicture(body);
  const { image, image_url: url } = body;
  if (image != null) {
    if (typeof image !== 'string') throw new PixcraftError('INVALID_IMAGE', '`image` must be a base64 text');
    return fromBase64(image, MAX_PICTURE);
  }
  if (typeof url !== 'string') throw new PixcraftError('INVALID_IMAGE', '`image_url` must be a text');
  return fetchPicture(url, MAX_PICTURE, { url: call.req.url, incoming: call.env.incoming });
}
