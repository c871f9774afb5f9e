import { toBase64 } from '../base64.js';
import type { Parameters } from '../field.js';
import type { Upload, Written } from '../provider.js';
import { toWire } from '../wire-fields.js';

/** JSON, the picture in base64. */
export const writeWith =
  (encode: (file: Blob) => Promise<string>) =>
  async ({ file, url }: Upload, parameters: Parameters): Promise<Written> => {
    const picture = file ? { image: await encode(file) } : { image_url: url };
    return {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...picture, ...Object.fromEntries(toWire(parameters)) }),
    };
  };

export const write = writeWith(toBase64);
