import { PatternError } from '../../core/pattern-error.js';
import type { Parameters } from '../field.js';
import type { Upload, Written } from '../provider.js';
import { fromWire, toWire } from '../wire-fields.js';
import { picsartFace } from './face.js';

/** A form. The platform writes its boundary into the Content-Type itself. */
export function write({ file, url }: Upload, parameters: Parameters): Written {
  const body = new FormData();
  if (file) body.append('image', file, 'picture');
  else body.append('image_url', url!);
  for (const [name, value] of toWire(parameters)) body.append(name, String(value));
  return { body };
}

const wrong = (cause: string) => new PatternError('image-invalid', { cause });

/** Where both a picture and an address are given, the picture is taken. */
function upload(image: FormDataEntryValue | null, url: FormDataEntryValue | null): Upload {
  if (image instanceof Blob && image.size) return { file: image };
  if (image !== null) throw wrong('`image` must be a file that is not empty');
  if (typeof url !== 'string' || !url)
    throw wrong(url === null ? '`image` or `image_url` is missing' : '`image_url` must be a text');
  return { url };
}

export async function read(request: Request): Promise<{ upload: Upload; parameters: Parameters }> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch (cause) {
    throw new PatternError('parameters-invalid', { cause });
  }
  const parameters = fromWire(picsartFace.fields, Object.fromEntries(form), false);
  return { parameters, upload: upload(form.get('image'), form.get('image_url')) };
}
