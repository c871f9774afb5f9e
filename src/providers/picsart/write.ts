import type { Parameters } from '../field.js';
import type { Upload, Written } from '../provider.js';
import { toWire } from '../wire-fields.js';

/** A form. The platform writes its boundary into the Content-Type itself. */
export function write({ file, url }: Upload, parameters: Parameters): Written {
  const body = new FormData();
  if (file) body.append('image', file, 'picture');
  else body.append('image_url', url!);
  for (const [name, value] of toWire(parameters)) body.append(name, String(value));
  return { body };
}
