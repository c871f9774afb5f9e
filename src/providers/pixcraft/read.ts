import { PatternError } from '../../core/pattern-error.js';
import { fromBase64 } from '../base64.js';
import type { Asked, Reading, Upload } from '../provider.js';
import { fields, type Fields } from '../tolerant.js';
import { fromWire } from '../wire-fields.js';
import { pixcraftFace } from './face.js';
import { LIFTED, liftPicture, type Lifted } from './lift-picture.js';

const wrong = (cause: string) => new PatternError('image-invalid', { cause });

/** Documented: one of the two, and not both. */
function upload({ image, image_url: url }: Fields, lifted: Lifted | undefined): Upload {
  if (image != null && url != null) throw wrong('Send either `image` or `image_url`, not both');
  if (image != null) {
    if (typeof image !== 'string' || !image) throw wrong('`image` must be a base64 text');
    if (lifted && image === LIFTED) return { bytes: lifted.bytes, base64: lifted.base64 };
    try {
      return { bytes: fromBase64(image) };
    } catch {
      throw wrong('`image` is not base64');
    }
  }
  if (typeof url !== 'string' || !url)
    throw wrong(url == null ? '`image` or `image_url` is missing' : '`image_url` must be a text');
  return { url };
}

/** Whatever the Content-Type says, the body is JSON. */
function ofBytes(body: Uint8Array<ArrayBuffer>): Asked {
  const lifted = liftPicture(body);
  let from: Fields;
  try {
    from = fields(JSON.parse(lifted?.json ?? new TextDecoder().decode(body)));
  } catch (cause) {
    throw new PatternError('parameters-invalid', { cause });
  }
  return { parameters: fromWire(pixcraftFace.fields, from, true), upload: upload(from, lifted) };
}

async function ofRequest(request: Request): Promise<Asked> {
  const { parameters, upload } = ofBytes(new Uint8Array(await request.arrayBuffer()));
  return { parameters, upload: upload.bytes ? { file: new Blob([upload.bytes]) } : upload };
}

export const read: Reading = Object.assign(ofRequest, { ofBytes });
