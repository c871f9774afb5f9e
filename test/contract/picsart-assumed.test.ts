// How the official clients talk, and what our local Picsart does where the documentation is silent.
import axios from 'axios';
import sharp from 'sharp';
import { startApi, type Api } from '../support/api.js';
import { halves } from './pictures.js';
import { form, picsart, picture } from './picsart-client.js';

let api: Api;
const ask = picsart(() => api);
const tiny = { width: 32, height: 24 };

beforeAll(async () => void (api = await startApi()));
afterAll(() => api.stop());
beforeEach(() => api.control('reset'));

const uploaded = async () => (await ask('/upload', form())).body.data as { id: string; url: string };
const key = { 'X-Picsart-API-Key': 'picsart_demo' };

describe('bodies', () => {
  it('multipart, as the TypeScript client sends it: axios, a file called "image", content type of the request', async () => {
    const headers = { accept: 'application/json', 'content-type': 'multipart/form-data', ...key, 'User-Agent': 'picsart:1' };
    const { data } = await axios.post(`${api.url}/tools/1.0/background/texture`, form({ ...tiny, format: 'PNG' }), { headers });
    expect(data.data.id).toMatch(/\.png$/);
  });

  it('and its GET, which says multipart without having a body', async () => {
    const { data, headers } = await axios.get(`${api.url}/tools/1.0/balance`, {
      headers: { 'content-type': 'multipart/form-data', ...key },
    });
    expect(data).toEqual({ credits: 200 });
    expect([headers['x-picsart-ratelimit-limit'], headers['x-picsart-ratelimit-available']]).toEqual(['500', '499']);
  });

  it('urlencoded, as the Python client sends an address', async () => {
    const body = new URLSearchParams({ image_url: (await uploaded()).url, width: '32', height: '24', scale: '1', format: 'PNG' });
    expect((await ask('/background/texture', body)).body.data.id).toMatch(/\.png$/);
  });

  it('JSON', async () => {
    const body = new Blob([JSON.stringify({ image_url: (await uploaded()).url, ...tiny, format: 'WEBP' })], {
      type: 'application/json',
    });
    expect((await ask('/background/pattern', body)).body.data.id).toMatch(/\.webp$/);
  });

  it.each(['{', 'null', '5'])('broken JSON %s is a clear 400', async (text) => {
    const { status, body } = await ask('/background/pattern', new Blob([text], { type: 'application/json' }));
    expect([status, body.message]).toEqual([400, 'Bad Request']);
  });

  it('multipart that is none is a clear 400', async () => {
    const broken = await ask('/background/pattern', new Blob(['--x'], { type: 'multipart/form-data; boundary=y' }));
    expect([broken.status, broken.body.detail]).toEqual([400, expect.stringContaining('multipart')]);
    const empty = await ask('/background/pattern', new Blob([], { type: 'multipart/form-data' }));
    expect([empty.status, empty.body.detail]).toEqual([400, expect.stringContaining('image')]);
  });
});

it.each(['jpg', 'Jpg', 'jpeg', 'JPEG', 'png', 'webp'])('format %s in any letter case', async (format) => {
  expect((await ask('/background/pattern', form({ ...tiny, format }))).status).toBe(200);
});

it('unknown fields are ignored, empty ones are defaults', async () => {
  const { status } = await ask('/background/pattern', form({ ...tiny, mood: 'happy', scale: '', rotate: '' }));
  expect(status).toBe(200);
});

it('a picture is known by its content, not by its name or type', async () => {
  const body = new FormData();
  body.append('image', new Blob([new Uint8Array(picture)], { type: 'text/html' }), 'page.html');
  for (const [name, value] of Object.entries(tiny)) body.append(name, String(value));
  expect((await ask('/background/pattern', body)).status).toBe(200);
  const fake = new FormData();
  fake.append('image', new Blob(['<html>'], { type: 'image/png' }), 'picture.png');
  expect(await ask('/background/pattern', fake)).toMatchObject({ status: 400, body: { code: 400 } });
});

it('the key may come as Authorization: Bearer', async () => {
  expect((await ask('/balance', undefined, { Authorization: 'Bearer picsart_demo' })).status).toBe(200);
});

it('an uploaded picture can be used by address, and costs nothing', async () => {
  const { id, url } = await uploaded();
  expect(id).toMatch(/\.png$/);
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(await halves());
  expect((await ask('/background/pattern', form({ ...tiny, image_url: url }, null))).status).toBe(200);
  expect((await ask('/balance')).body.credits).toBe(199);
});

it.each(['http://127.0.0.1:9/', 'ftp://host/picture', 'nonsense'])(
  'an address nobody can reach, %s, is 422',
  async (image_url) => {
    const { status, body } = await ask('/background/pattern', form({ ...tiny, image_url }, null));
    expect([status, body.detail]).toEqual([422, expect.stringContaining('image_url')]);
  },
);

it.each(['data:image/png,hello', 'data:image/png;base64,%%%'])('a data URI that is none, %s, is 400', async (image_url) => {
  const { status, body } = await ask('/background/pattern', form({ ...tiny, image_url }, null));
  expect([status, body.detail]).toEqual([400, expect.stringContaining('image_url')]);
});

it.each([
  ['gif', 400],
  ['avif', 400],
  ['tiff', 200],
  ['jpeg', 200],
  ['webp', 200],
] as const)('a %s picture: %i', async (format, status) => {
  const file = await sharp(picture).toFormat(format).toBuffer();
  expect((await ask('/background/pattern', form(tiny, file))).status).toBe(status);
});

it('who has no account is told of a fresh minute and no credits', async () => {
  const { headers } = await ask('/balance', undefined, { 'X-Picsart-API-Key': 'nobody' });
  const told = ['RateLimit-Limit', 'RateLimit-Available', 'RateLimit-Reset-Time', 'Credit-Available'];
  expect(told.map((name) => headers.get('X-Picsart-' + name))).toEqual(['500', '500', '60', '0']);
});

it('a result id is looked up among pictures only', async () => {
  for (const id of ['none.jpg', '..%2F..%2Fetc%2Fpasswd', "'%20OR%201=1--"])
    expect((await ask(`/results/${id}`)).status).toBe(404);
});
