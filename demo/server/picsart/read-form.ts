import { fromBase64 } from '../picture/base64.js';
import { fetchPicture } from '../picture/fetch-picture.js';
import { BodyTooLarge, readLimited } from '../read-body.js';
import type { Call } from '../services.js';
import { PicsartError } from './errors.js';

/** Documented are JPG, PNG, WEBP, TIFF, MPO and MJPEG (JPEGs to sharp), and HEIC, which cannot be read here. */
export const FORMATS = ['jpeg', 'png', 'webp', 'tiff'];
/** Documented: 100 MB. */
const MAX_PICTURE = 100 * 1024 * 1024;
/** The same as a data URI, with room for the other fields. */
const MAX_BODY = Math.ceil(MAX_PICTURE / 3) * 4 + 64 * 1024;

export interface Form {
  fields: Record<string, string>;
  file?: Blob;
}

type Reader = (bytes: Buffer, type: string) => Form | Promise<Form>;

const fromEntries = (entries: Iterable<[string, unknown]>): Form => {
  const form: Form = { fields: {} };
  for (const [name, value] of entries) {
    if (value instanceof Blob) {
      if (name === 'image') form.file = value;
    } else if (value !== null && value !== undefined) form.fields[name] = String(value);
  }
  return form;
};

// The three ways in which official clients send their fields.
const READERS: Record<string, Reader> = {
  'multipart/form-data': async (bytes, type) =>
    fromEntries(await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData()),
  'application/x-www-form-urlencoded': (bytes) => fromEntries(new URLSearchParams(bytes.toString('utf8'))),
  'application/json': (bytes) => fromEntries(Object.entries(JSON.parse(bytes.toString('utf8')) as object)),
};

export async function readForm(call: Call): Promise<Form> {
  const bytes = await readLimited(call.req.raw.body, MAX_BODY, true).catch((error: unknown) => {
    throw error instanceof BodyTooLarge ? new PicsartError(413, 'The picture is over 100 MB') : error;
  });
  const type = call.req.header('Content-Type') ?? '';
  if (!bytes.length) return { fields: {} };
  const reader = READERS[type.split(';')[0]!.trim().toLowerCase()];
  if (!reader) throw new PicsartError(415, `Send ${Object.keys(READERS).join(', ')}`);
  try {
    return await reader(bytes, type);
  } catch {
    throw new PicsartError(400, `The body is not ${type.split(';')[0]}`);
  }
}

/** Documented: the picture itself, an address or a data URI, and only one of them; ids of uploads are taken no more. */
export async function pictureIn({ fields, file }: Form, call: Call): Promise<Buffer> {
  const { image_url: url, image_id: id } = fields;
  if (id) throw new PicsartError(400, '`image_id` is no longer taken; send `image` or `image_url`');
  if (file?.size && url) throw new PicsartError(400, 'Send either `image` or `image_url`, not both');
  if (url?.startsWith('data:')) return fromBase64(url, MAX_PICTURE, 'image_url');
  if (url) return fetchPicture(url, MAX_PICTURE, { url: call.req.url, incoming: call.env.incoming });
  if (!file?.size) throw new PicsartError(400, '`image` or `image_url` is missing');
  if (file.size > MAX_PICTURE) throw new PicsartError(413, 'The picture is over 100 MB');
  return Buffer.from(await file.arrayBuffer());
}
