// What the Picsart documentation says. What it leaves open is in picsart-assumed.test.ts.
import sharp from 'sharp';
import { startApi, type Api } from '../support/api.js';
import { serve } from './pictures.js';
import { form, picsart, picture } from './picsart-client.js';

let api: Api;
const ask = picsart(() => api);
const tiny = { width: 32, height: 24 };
const dataUri = `data:image/png;base64,${picture.toString('base64')}`;

// Real time passes unless a test stops it, to count in exact seconds.
let stoppedAt: number | undefined;
beforeAll(async () => void (api = await startApi({ clock: () => stoppedAt ?? Date.now() })));
afterEach(() => void (stoppedAt = undefined));
afterAll(() => api.stop());
beforeEach(() => api.control('reset'));

const metadataOf = async (url: string) => {
  const response = await fetch(url);
  const { format, width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  return { type: response.headers.get('Content-Type'), format, width, height };
};

describe('background/pattern', () => {
  it('answers with id and url; defaults are a JPG of 1024 × 1024', async () => {
    const { status, body } = await ask('/background/pattern', form());
    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'success',
      data: { id: expect.stringMatching(/\.jpg$/), url: `${api.url}/tools/1.0/results/${body.data.id}` },
    });
    expect(await metadataOf(body.data.url)).toEqual({ type: 'image/jpeg', format: 'jpeg', width: 1024, height: 1024 });
  });

  it.each([
    ['JPG', 'image/jpeg', 'jpeg'],
    ['PNG', 'image/png', 'png'],
    ['WEBP', 'image/webp', 'webp'],
  ])('format %s', async (format, type, name) => {
    const { body } = await ask('/background/pattern', form({ ...tiny, format }));
    expect(await metadataOf(body.data.url)).toEqual({ type, format: name, ...tiny });
  });

  it.each(['hex', 'mirror', 'diamond', 'hex2', 'tile'])('pattern %s, at the bounds of rotate and scale', async (pattern) => {
    for (const bounds of [
      { rotate: -180, scale: 0.5 },
      { rotate: 180, scale: 10, offset_x: -30, offset_y: 12 },
    ]) {
      expect((await ask('/background/pattern', form({ ...tiny, ...bounds, pattern }))).status).toBe(200);
    }
  });

  it('takes image_url instead of image', async () => {
    const host = await serve((_, response) => response.end(picture));
    const { status } = await ask('/background/pattern', form({ ...tiny, image_url: host.url }, null));
    await host.stop();
    expect(status).toBe(200);
  });

  it.each([
    ['JSON', (fields: object) => new Blob([JSON.stringify(fields)], { type: 'application/json' })],
    ['a form', (fields: object) => new URLSearchParams(Object.entries(fields))],
    ['multipart', (fields: object) => form(fields as Record<string, string>, null)],
  ])('takes a data URI as image_url, in %s', async (_, bodyOf) => {
    const { status, body } = await ask('/background/pattern', bodyOf({ image_url: dataUri, width: 32, height: 24 }));
    expect([status, body.status]).toEqual([200, 'success']);
  });

  it('takes pictures up to 100 MB', async () => {
    const padded = (bytes: number) => Buffer.concat([picture, Buffer.alloc(bytes - picture.length)]);
    expect((await ask('/background/pattern', form(tiny, padded(100 * 1024 * 1024)))).status).toBe(200);
    const { status, body } = await ask('/background/pattern', form(tiny, padded(100 * 1024 * 1024 + 1)));
    expect([status, body.message]).toEqual([413, 'Payload Too Large']);
  });

  it.each<[what: string, fields: Record<string, string>, file: Buffer | null]>([
    ['image and image_url', { image_url: 'http://127.0.0.1:9/' }, picture],
    ['image_id, which is no longer taken', { image_id: 'one.png' }, null],
    ['image_id beside image', { image_id: 'one.png' }, picture],
  ])('refuses %s, for nothing', async (_, fields, file) => {
    const { status, body } = await ask('/background/pattern', form({ ...tiny, ...fields }, file));
    expect([status, body.code, body.detail]).toEqual([400, 400, expect.stringContaining('image')]);
    expect((await ask('/balance')).body.credits).toBe(200);
  });

  it('an address that answers with 404 is 422', async () => {
    const host = await serve((_, response) => response.writeHead(404).end());
    const { status, body } = await ask('/background/pattern', form({ ...tiny, image_url: host.url }, null));
    await host.stop();
    expect([status, body.code, body.detail]).toEqual([422, 422, expect.stringContaining('image_url')]);
  });

  it('has an older alias, background/texture', async () => {
    expect((await ask('/background/texture', form(tiny))).body.status).toBe('success');
  });

  it.each<[fields: Record<string, string | number>, named: string]>([
    [{ pattern: 'stripes' }, 'pattern'],
    [{ width: 0 }, 'width'],
    [{ height: 8001 }, 'height'],
    [{ width: 'wide' }, 'width'],
    [{ width: 10.5 }, 'width'],
    [{ rotate: 181 }, 'rotate'],
    [{ rotate: -181 }, 'rotate'],
    [{ scale: 0.4 }, 'scale'],
    [{ scale: 10.1 }, 'scale'],
    [{ scale: 'NaN' }, 'scale'],
    [{ offset_x: 1.5 }, 'offset_x'],
    [{ format: 'BMP' }, 'format'],
  ])('%j is 422, names the field and costs nothing', async (fields, named) => {
    const { status, body } = await ask('/background/pattern', form({ ...tiny, ...fields }));
    expect(status).toBe(422);
    expect(body).toEqual({ code: 422, message: 'Unprocessable Entity', detail: expect.stringContaining(named) });
    expect((await ask('/balance')).body.credits).toBe(200);
  });

  it('a list where a text is expected is 422', async () => {
    const body = JSON.stringify({ image_url: dataUri, pattern: ['hex', 'tile', 'diamond'] });
    expect((await ask('/background/pattern', new Blob([body], { type: 'application/json' }))).status).toBe(422);
  });
});

describe('credits', () => {
  it('a trial has 200; a pattern costs some, a wrong request none', async () => {
    expect((await ask('/balance')).body).toEqual({ credits: 200 });
    await ask('/background/pattern', form(tiny));
    const { credits } = (await ask('/balance')).body;
    expect(credits).toBeLessThan(200);
    await ask('/background/pattern', form(tiny, Buffer.from('no picture')));
    await ask('/background/pattern', form(tiny, null));
    expect((await ask('/balance')).body).toEqual({ credits });
  });

  it('gone: 402 with the documented body, and the balance can still be asked', async () => {
    await api.control('set', { credits: 0 });
    const { status, body } = await ask('/background/pattern', form(tiny));
    expect([status, body]).toEqual([402, { message: 'Payment Required' }]);
    expect((await ask('/balance')).body).toEqual({ credits: 0 });
  });

  it('do not overshoot when twenty ask at once', async () => {
    await api.control('set', { credits: 3 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/background/pattern', form(tiny))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 402)).toHaveLength(17);
    expect((await ask('/balance')).body).toEqual({ credits: 0 });
  });
});

describe('headers and limits', () => {
  it('every answer, an error as well, tells limit, what is available and when it is full again, the credits and an id', async () => {
    const pattern = (fields = {}, image = picture) => ask('/background/pattern', form({ ...tiny, ...fields }, image));
    const answers = [
      await pattern(),
      await ask('/balance'),
      await ask('/upload', form()),
      await pattern({ width: 0 }),
      await pattern({}, Buffer.from('no picture')),
      await ask('/nothing'),
      await ask('/background/pattern'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 422, 400, 404, 405]);
    await api.control('set', { credits: 0 });
    for (const { headers } of answers) {
      expect(headers.get('X-Picsart-RateLimit-Limit')).toBe('500');
      expect(headers.get('X-Picsart-RateLimit-Available')).toMatch(/^49\d$/);
      expect(headers.get('X-Picsart-RateLimit-Reset-Time')).toMatch(/^(?:[1-5]?\d|60)$/);
      expect(headers.get('X-Picsart-Credit-Available')).toBe('199');
    }
    const gone = await pattern();
    expect([gone.status, gone.headers.get('X-Picsart-Credit-Available')]).toEqual([402, '0']);
    const refused = await ask('/balance', undefined, {});
    expect(refused.status).toBe(401);
    const ids = [...answers, gone, refused].map(({ headers }) => headers.get('X-Picsart-Correlation-Id'));
    expect(new Set(ids).size).toBe(9);
    expect(ids).not.toContain(null);
  });

  it('all operations are limited, the balance as well', async () => {
    await api.control('set', { key: 'picsart_demo', minuteLimit: 2 });
    expect((await ask('/balance')).headers.get('X-Picsart-RateLimit-Available')).toBe('1');
    expect((await ask('/balance')).headers.get('X-Picsart-RateLimit-Available')).toBe('0');
    for (const answer of [await ask('/balance'), await ask('/background/pattern', form(tiny)), await ask('/upload', form())])
      expect([answer.status, answer.body.code]).toEqual([429, 429]);
  });

  it('429 tells in whole seconds when the minute is over', async () => {
    stoppedAt = Date.now();
    await api.control('set', { key: 'picsart_demo', minuteLimit: 1, now: '2026-11-10T10:00:00Z' });
    expect((await ask('/background/pattern', form(tiny))).headers.get('X-Picsart-RateLimit-Available')).toBe('0');
    await api.control('set', { now: '2026-11-10T10:00:20Z' });
    const { status, headers, body } = await ask('/background/pattern', form(tiny));
    expect(status).toBe(429);
    expect(body).toEqual({ code: 429, message: 'Too Many Requests', detail: expect.any(String) });
    expect(headers.get('X-Picsart-RateLimit-Reset-Time')).toBe('40');
    await api.control('set', { now: '2026-11-10T10:01:00Z' });
    const { status: again, headers: told } = await ask('/background/pattern', form(tiny));
    expect([again, told.get('X-Picsart-Credit-Available')]).toEqual([200, '198']);
  });
});

describe('errors', () => {
  it('401 without a key, with an unknown one, and with a PixCraft key', async () => {
    for (const headers of [{}, { 'X-Picsart-API-Key': 'nobody' }, { 'X-Picsart-API-Key': 'px_live_demo' }] as Record<
      string,
      string
    >[]) {
      const { status, body } = await ask('/balance', undefined, headers);
      expect(status).toBe(401);
      expect(body).toEqual({ code: 401, message: 'Unauthorized', detail: expect.any(String) });
    }
  });

  it('404 for an unknown path, 405 for a wrong method', async () => {
    expect((await ask('/nothing')).status).toBe(404);
    expect((await ask('/background/pattern')).status).toBe(405);
  });

  it('415 for a body of another kind', async () => {
    expect((await ask('/background/pattern', new Blob(['image'], { type: 'text/plain' }))).status).toBe(415);
  });
});

describe('results', () => {
  it('live for 24 hours', async () => {
    await api.control('set', { now: '2026-11-10T10:00:00Z' });
    const { url } = (await ask('/background/pattern', form(tiny))).body.data;
    const statusAt = async (now: string) => {
      await api.control('set', { now });
      return (await fetch(url)).status;
    };
    expect(await statusAt('2026-11-11T09:59:00Z')).toBe(200);
    expect(await statusAt('2026-11-11T10:01:00Z')).toBe(404);
  });

  it('can be read by every page, without a key', async () => {
    const { url } = (await ask('/background/pattern', form(tiny))).body.data;
    const { headers } = await fetch(url, { headers: { Origin: 'https://shop.example' } });
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});
