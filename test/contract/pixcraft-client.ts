import type { Api } from '../support/api.js';
import { base64, halves } from './pictures.js';

export interface Answer {
  status: number;
  headers: Headers;
  body: any;
}

export const image = await base64(halves());

/** Six by five beads: the smallest honest request, made in a few milliseconds. */
export const small = { image, niche: 'curtains', width_cm: 10, height_cm: 10 };

/** Calls PixCraft as a client does. `key: null` sends none. */
export const pixcraft =
  (api: () => Api) =>
  async (
    path: string,
    body?: unknown,
    { key = 'px_live_demo', headers = {} }: { key?: string | null; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${api().url}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...(key && { Authorization: `Bearer ${key}` }), ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? await response.json() : Buffer.from(await response.arrayBuffer()),
    };
  };
