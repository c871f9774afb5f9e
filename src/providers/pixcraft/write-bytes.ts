import { toBase64Fast } from '../base64.js';
import type { Parameters } from '../field.js';
import type { Upload, Written } from '../provider.js';
import { toWire } from '../wire-fields.js';
import { writeWith } from './write.js';

const write = writeWith(toBase64Fast);

/** On a server: the picture's text goes on as it came. */
export async function writeBytes({ base64, bytes, ...upload }: Upload, parameters: Parameters): Promise<Written> {
  const { Buffer } = globalThis as Partial<typeof globalThis>;
  if (!base64 || !Buffer) return write({ ...upload, ...(bytes && { file: new Blob([bytes]) }) }, parameters);
  const rest = JSON.stringify(Object.fromEntries(toWire(parameters))).slice(1);
  const parts = [Buffer.from('{"image":"'), base64, Buffer.from(rest === '}' ? '"}' : `",${rest}`)];
  return { headers: { 'Content-Type': 'application/json' }, body: Buffer.concat(parts) };
}
