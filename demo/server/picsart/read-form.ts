import { fetchPicture } from '../picture/fetch-picture.js';
import { BodyTooLarge, readLimited } from '../read-body.js';
import type { Call, Services } from '../services.js';
import { PicsartError } from './errors.js';

/** Assumed; room for the other fields is added. */
const MAX_PICTURE = 30 * 1024 * 1024;

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
  const bytes = await readLimited(call.req.raw.body, MAX_PICTURE + 64 * 1024, true).catch((error: unknown) => {
    throw error instanceof BodyTooLarge ? new PicsartError(413, 'The picture is over 30 MB') : error;
  });
  const type = call.req.header('Content-Type') ?? '';
  if (!bytes.length) return { fields: {} };
  const reader = READERS[type.split(';')[0]!.trim().toLowerCase()];
  if (!reader) throw new PicsartError(415, `Send ${Object.keys(READERS).join(', ')}`);
  try {
    return await reader(bytes, type);
  } catch {
    throw new PicsartError(400, `The body is not ${type.split(';')[0]}`, 'body_invalid');
  }
}

/** The picture itself, an address, or (older clients) the id of an uploaded one. */
export async function pictureIn({ fields, file }: Form, call: Call, { results }: Services): Promise<Buffer> {
  if (file?.size) return Buffer.from(await file.arrayBuffer());
  if (fields.image_url) return fetchPicture(fields.image_url, MAX_PICTURE, { url: call.req.url, incoming: call.env.incoming });
  const uploaded = fields.image_id ? results.find(fields.image_id) : undefined;
  if (uploaded?.type.startsWith('image/')) return Buffer.from(uploaded.bytes);
  throw new PicsartError(400, 'Send `image` or `image_url`', 'image_missing');
}
