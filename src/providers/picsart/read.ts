import { PatternError } from '../../core/pattern-error.js';
import type { Asked, Upload } from '../provider.js';
import { fromWire } from '../wire-fields.js';
import { picsartFace } from './face.js';

const wrong = (cause: string) => new PatternError('image-invalid', { cause });

/** Where both a picture and an address are given, the picture is taken. */
function upload(image: File | string | null, url: File | string | null): Upload {
  if (image instanceof Blob && image.size) return { file: image };
  if (image !== null) throw wrong('`image` must be a file that is not empty');
  if (typeof url !== 'string' || !url)
    throw wrong(url === null ? '`image` or `image_url` is missing' : '`image_url` must be a text');
  return { url };
}

export async function read(request: Request): Promise<Asked> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch (cause) {
    throw new PatternError('parameters-invalid', { cause });
  }
  const parameters = fromWire(picsartFace.fields, Object.fromEntries(form), false);
  return { parameters, upload: upload(form.get('image'), form.get('image_url')) };
}
