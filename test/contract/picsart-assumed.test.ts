// How the official clients talk, and what our local Picsart does where the documentation is silent.
import axios from 'axios';
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
    for (const name of ['limit', 'available']) expect(parseInt(headers[`x-picsart-ratelimit-${name}`])).toBe(500);
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
    expect([broken.status, broken.body.code]).toEqual([400, 'body_invalid']);
    const empty = await ask('/background/pattern', new Blob([], { type: 'multipart/form-data' }));
    expect([empty.status, empty.body.code]).toEqual([400, 'image_missing']);
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
  expect((await ask('/background/pattern', fake)).body.code).toBe('image_invalid');
});

it('the key may come as Authorization: Bearer', async () => {
  expect((await ask('/balance', undefined, { Authorization: 'Bearer picsart_demo' })).status).toBe(200);
});

it('an uploaded picture can be used by address or id, and costs nothing', async () => {
  const { id, url } = await uploaded();
  expect(id).toMatch(/\.png$/);
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(await halves());
  expect((await ask('/background/pattern', form({ ...tiny, image_id: id }, null))).status).toBe(200);
  expect((await ask('/background/pattern', form({ ...tiny, image_id: 'none' }, null))).body.code).toBe('image_missing');
  expect((await ask('/balance')).body.credits).toBe(199);
});

it('an address nobody can reach is a clear 400', async () => {
  const { status, body } = await ask('/background/pattern', form({ ...tiny, image_url: 'http://127.0.0.1:9/' }, null));
  expect([status, body.code]).toEqual([400, 'image_unreachable']);
});

it('a result id is looked up among pictures only', async () => {
  for (const id of ['none.jpg', '..%2F..%2Fetc%2Fpasswd', "'%20OR%201=1--"])
    expect((await ask(`/results/${id}`)).status).toBe(404);
});
