import type { Api } from '../support/api.js';
import { halves } from './pictures.js';

export const picture = await halves();

export const form = (fields: Record<string, string | number | undefined> = {}, image: Buffer | null = picture) => {
  const body = new FormData();
  if (image) body.append('image', new Blob([new Uint8Array(image)], { type: 'application/octet-stream' }), 'image');
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.append(name, String(value));
  return body;
};

/** Calls Picsart as a client does. `body` undefined is a GET. */
export const picsart =
  (api: () => Api) =>
  async (path: string, body?: BodyInit, headers: Record<string, string> = { 'X-Picsart-API-Key': 'picsart_demo' }) => {
    const method = body === undefined ? 'GET' : 'POST';
    const response = await fetch(`${api().url}/tools/1.0${path}`, {
      method,
      headers: { Accept: 'application/json', ...headers },
      body,
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as any };
  };
