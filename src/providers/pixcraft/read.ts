import { PatternError } from '../../core/pattern-error.js';
import { fromBase64 } from '../base64.js';
import type { Asked, Upload } from '../provider.js';
import { fields } from '../tolerant.js';
import { fromWire } from '../wire-fields.js';
import { pixcraftFace } from './face.js';

const wrong = (cause: string) => new PatternError('image-invalid', { cause });

/** Documented: one of the two, and not both. */
function upload({ image, image_url: url }: Record<string, unknown>): Upload {
  if (image != null && url != null) throw wrong('Send either `image` or `image_url`, not both');
  if (image != null) {
    if (typeof image !== 'string' || !image) throw wrong('`image` must be a base64 text');
    try {
      return { file: new Blob([fromBase64(image)]) };
    } catch {
      throw wrong('`image` is not base64');
    }
  }
  if (typeof url !== 'string' || !url)
    throw wrong(url == null ? '`image` or `image_url` is missing' : '`image_url` must be a text');
  return { url };
}

/** Whatever the Content-Type says, the body is JSON. */
export async function read(request: Request): Promise<Asked> {
  let body: unknown;
  try {
    body = await request.json();
  } catch (cause) {
    throw new PatternError('parameters-invalid', { cause });
  }
  const from = fields(body);
  return { parameters: fromWire(pixcraftFace.fields, from, true), upload: upload(from) };
}
