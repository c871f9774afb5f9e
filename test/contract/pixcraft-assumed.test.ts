// What our local PixCraft does where the documentation is silent. The real API may do otherwise; clients must not rely on it.
import { request } from 'node:http';
import sharp from 'sharp';
import { startApi, type Api } from '../support/api.js';
import { base64, bomb, halves, quarters, serve } from './pictures.js';
import { image, pixcraft, small } from './pixcraft-client.js';

let api: Api;
const ask = pixcraft(() => api);

// Real time passes unless a test stops it, to count in exact seconds.
let stoppedAt: number | undefined;
beforeAll(async () => void (api = await startApi({ clock: () => stoppedAt ?? Date.now() })));
afterEach(() => void (stoppedAt = undefined));
afterAll(() => api.stop());
beforeEach(() => api.control('reset'));

describe('niches', () => {
  it.each([
    ['crossstitch', 0.18, 0.18],
    ['embroidery', 0.15, 0.15],
    ['curtains', 1.5, 2],
    ['lego', 0.8, 0.8],
    ['rugs', 0.5, 0.5],
    ['beads', 0.5, 0.5],
    ['mosaic', 1, 1],
  ])('%s has units of %d × %d cm', async (id, width, height) => {
    const { body } = await ask('/niches');
    expect(body.niches).toHaveLength(7);
    expect(body.niches).toContainEqual({
      id,
      name: expect.any(String),
      default_unit: { width_cm: width, height_cm: height },
      assemblyDirection: expect.any(String),
    });
    const made = await ask('/generate', { image, niche: id, width_cm: 18, height_cm: 12 });
    expect(made.body.dimensions).toMatchObject({ cols: Math.floor(18 / width + 1e-9), rows: Math.floor(12 / height + 1e-9) });
  });

  it('are only those that the key may use', async () => {
    const ids = (await ask('/niches', undefined, { key: 'px_live_shop' })).body.niches.map(({ id }: any) => id);
    expect(ids).toEqual(['crossstitch', 'rugs']);
  });

  it('have their colours at /colors', async () => {
    const { body } = await ask('/colors?niche=crossstitch');
    expect(Object.keys(body.colors)).toEqual(['crossstitch']);
    expect(body.colors.crossstitch.length).toBeGreaterThanOrEqual(400);
    expect(body.colors.crossstitch[0]).toEqual({
      id: expect.any(String),
      name: expect.any(String),
      hex: expect.stringMatching(/^#[\da-f]{6}$/i),
    });
    expect((await ask('/colors?niche=pottery')).body.code).toBe('INVALID_NICHE');
    expect([body.custom_colors, body.default_catalog]).toEqual([[], 'default']);
  });

  it('colours of a key with its own say which ones count; only the niches it may use', async () => {
    const key = 'px_live_shop';
    const { body } = await ask('/colors', undefined, { key });
    expect(Object.keys(body.colors)).toEqual(['crossstitch', 'rugs']);
    expect(body.custom_colors).toHaveLength(8);
    expect(body.custom_colors[0]).toEqual({ id: 'W1', name: 'Raw wool', hex: '#f3ead7' });
    expect(body.default_catalog).toBe('custom');
    expect((await ask('/colors?niche=lego', undefined, { key })).body.code).toBe('INVALID_NICHE');
    const made = await ask('/generate', { ...small, niche: 'rugs' }, { key });
    const ids = body.custom_colors.map(({ id }: any) => id);
    for (const material of made.body.materials) expect(ids).toContain(material.id);
  });

  it('a pattern is made of the colours that /colors lists', async () => {
    for (const niche of ['crossstitch', 'curtains', 'lego', 'rugs', 'mosaic']) {
      const { colors } = (await ask(`/colors?niche=${niche}`)).body;
      const { materials } = (await ask('/generate', { ...small, niche, width_cm: 20 })).body;
      for (const { id, name, hex } of materials) expect(colors[niche]).toContainEqual({ id, name, hex });
    }
  });

  it('and their limits at /capabilities', async () => {
    const { body } = await ask('/capabilities');
    expect(body.niches[0]).toEqual({
      id: 'crossstitch',
      name: 'Cross stitch',
      default_unit: { width_cm: 0.18, height_cm: 0.18 },
      assemblyDirection: 'rows',
      colors: 454,
      color_summary: true,
      pdf: true,
    });
    expect([body.color_catalogs, body.default_catalog]).toEqual([['default'], 'default']);
    expect(body.limits).toEqual({
      max_image_mb: 10,
      image_formats: ['jpeg', 'png', 'webp'],
      min_cm: 10,
      max_cm: 1000,
      max_colors: 100,
    });
    const shop = (await ask('/capabilities', undefined, { key: 'px_live_shop' })).body;
    expect([shop.color_catalogs, shop.default_catalog]).toEqual([['default', 'custom'], 'custom']);
  });
});

describe('shapes in the answer', () => {
  it('materials, guide, summary and usage', async () => {
    const { body } = await ask('/generate', { ...small, niche: 'crossstitch', unit_width_cm: 0.5, unit_height_cm: 0.5 });
    const { cols, rows, total_units: total } = body.dimensions;
    for (const material of body.materials) expect(Object.keys(material)).toEqual(['id', 'name', 'hex', 'quantity', 'percentage']);
    expect(sum(body.materials, 'quantity')).toBe(total);
    expect(sum(body.materials, 'percentage')).toBeCloseTo(100, 6);

    expect(body.assembly_guide).toHaveLength(rows);
    body.assembly_guide.forEach((step: any, index: number) => {
      expect(Object.keys(step)).toEqual(['step', 'direction', 'runs']);
      expect([step.step, step.direction]).toEqual([index + 1, 'rows']);
      for (const run of step.runs) expect(Object.keys(run)).toEqual(['color', 'hex', 'count']);
      expect(sum(step.runs, 'count')).toBe(cols);
    });
    for (const { name, quantity } of body.materials) {
      const runs = body.assembly_guide.flatMap((step: any) => step.runs).filter((run: any) => run.color === name);
      expect(sum(runs, 'count')).toBe(quantity);
      const places = body.color_summary.find((entry: any) => entry.color === name).positions;
      expect(places[0]).toEqual({ row: expect.any(Number), columns: expect.stringMatching(/^\d+(-\d+)?(,\d+(-\d+)?)*$/) });
    }
    expect(body.usage).toEqual({
      calls_used: 1,
      calls_limit: 2000,
      calls_remaining: 1999,
      reset_date: expect.stringMatching(/-01$/),
    });
  });

  const sum = (list: any[], field: string) => list.reduce((total, entry) => total + entry[field], 0);
});

describe('parameters', () => {
  it.each<[change: object, code: string, named: string]>([
    [{ width_cm: '20' }, 'INVALID_DIMENSIONS', 'width_cm'],
    [{ height_cm: [20] }, 'INVALID_DIMENSIONS', 'height_cm'],
    [{ width_cm: {} }, 'INVALID_DIMENSIONS', 'width_cm'],
    [{ unit_width_cm: 0 }, 'INVALID_DIMENSIONS', 'unit_width_cm'],
    [{ unit_width_cm: 10.5 }, 'INVALID_DIMENSIONS', 'unit_width_cm'],
    [{ unit_height_cm: -1 }, 'INVALID_DIMENSIONS', 'unit_height_cm'],
    [{ unit_height_cm: 'small' }, 'INVALID_DIMENSIONS', 'unit_height_cm'],
    [{ unit_width_cm: 0.005, unit_height_cm: 0.01 }, 'INVALID_DIMENSIONS', '2000 × 1000'],
    [{ max_colors: 0 }, 'INVALID_DIMENSIONS', 'max_colors'],
    [{ max_colors: 2.5 }, 'INVALID_DIMENSIONS', 'max_colors'],
    [{ max_colors: '12' }, 'INVALID_DIMENSIONS', 'max_colors'],
    [{ color_catalog: 'custom' }, 'INVALID_COLOR_CATALOG', 'custom'],
    [{ color_catalog: 'rainbow' }, 'INVALID_COLOR_CATALOG', 'color_catalog'],
    [{ niche: 7 }, 'INVALID_NICHE', 'niche'],
    [{ image_url: 'http://127.0.0.1:9/' }, 'INVALID_IMAGE', 'not both'],
    [{ image: '' }, 'MISSING_REQUIRED_FIELD', 'image'],
    [{ niche: '' }, 'MISSING_REQUIRED_FIELD', 'niche'],
  ])('%j is %s and costs nothing', async (change, code, named) => {
    const { status, body } = await ask('/generate', { ...small, ...change });
    expect([status, body.code]).toEqual([400, code]);
    expect(body.message).toContain(named);
    expect((await ask('/usage')).body.calls_used).toBe(0);
  });

  it.each(['', '{', 'null', '[]', '"text"', '\u0000'])('a body of %j is a clear 400', async (body) => {
    const answer = await ask('/generate', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'MISSING_REQUIRED_FIELD']);
  });

  it('no unit is lost to rounding: 10.1 / 0.1 and 10.2 / 0.17', async () => {
    const { body } = await ask('/generate', {
      ...small,
      width_cm: 10.1,
      unit_width_cm: 0.1,
      height_cm: 10.2,
      unit_height_cm: 0.17,
    });
    expect(body.dimensions).toMatchObject({ cols: 101, rows: 60 });
  });

  it('max_colors is an upper bound, so a thousand is taken as the most there can be', async () => {
    expect((await ask('/generate', { ...small, max_colors: 1000 })).status).toBe(200);
  });
});

describe('pictures', () => {
  const grid = { niche: 'mosaic', width_cm: 10, height_cm: 10, max_colors: 4 };
  const hexOf = (step: any, first = true) => step.runs.at(first ? 0 : -1).hex as string;
  const channel = (hex: string, at: 0 | 1 | 2) => parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16);

  it('are turned upright by Exif before anything else', async () => {
    // Orientation 6: the camera lay on its side, so the picture has to be turned clockwise. Red comes to the top right.
    const picture = await sharp(await quarters())
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { body } = await ask('/generate', { ...grid, image: await base64(picture) });
    const [topLeft, topRight] = [hexOf(body.assembly_guide[0]), hexOf(body.assembly_guide[0], false)];
    expect(channel(topRight, 0)).toBeGreaterThan(150); // red
    expect(channel(topRight, 1)).toBeLessThan(100);
    expect(channel(topLeft, 1)).toBeGreaterThan(150); // yellow, which was below red
    const info = (
      await ask('/validate', {
        image: await base64(
          sharp({ create: { width: 300, height: 200, channels: 3, background: '#888' } })
            .withMetadata({ orientation: 6 })
            .jpeg()
            .toBuffer(),
        ),
      })
    ).body.image_info;
    expect(info).toMatchObject({ width_px: 200, height_px: 300, format: 'jpeg' });
  });

  it('are put on white where they are transparent', async () => {
    const picture = sharp({ create: { width: 100, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const { body } = await ask('/generate', { ...grid, image: await base64(picture) });
    expect(body.materials).toHaveLength(1);
    for (const at of [0, 1, 2] as const) expect(channel(body.materials[0].hex, at)).toBeGreaterThan(230);
  });

  it('are cut from the middle, not squeezed, where the piece has another shape', async () => {
    const stripe = {
      input: { create: { width: 100, height: 100, channels: 3 as const, background: '#2030c0' } },
      left: 150,
      top: 0,
    };
    const wide = sharp({ create: { width: 400, height: 100, channels: 3, background: '#d02020' } })
      .composite([stripe])
      .png()
      .toBuffer();
    const { body } = await ask('/generate', { ...grid, image: await base64(wide) });
    expect(body.materials).toHaveLength(1); // only the blue middle
    expect(channel(body.materials[0].hex, 2)).toBeGreaterThan(120);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('can be %s, whatever they are called', async (format) => {
    const picture = await sharp(await halves())
      .toFormat(format)
      .toBuffer();
    const prefix = 'data:text/plain;base64,';
    expect((await ask('/generate', { ...small, image: prefix + picture.toString('base64') })).status).toBe(200);
    expect((await ask('/validate', { image: picture.toString('base64') })).body.image_info.format).toBe(format);
  });

  it('cannot be SVG, cut off, or a bomb', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="9" height="9"/></svg>',
    );
    const half = (
      await sharp(await quarters())
        .jpeg()
        .toBuffer()
    ).subarray(0, 700);
    for (const [picture, word] of [
      [svg, 'svg'],
      [half, 'damaged'],
      [await bomb(20_000, 20_000), 'million'],
    ] as const) {
      const { status, body } = await ask('/generate', { ...small, image: picture.toString('base64') });
      expect([status, body.code]).toEqual([400, 'INVALID_IMAGE']);
      expect(body.message).toContain(word);
    }
  });
});

it('a key with own colours can still ask for the default catalogue', async () => {
  const { body } = await ask('/generate', { ...small, niche: 'rugs', color_catalog: 'default' }, { key: 'px_live_shop' });
  expect(body.materials.map(({ id }: any) => id[0])).toEqual(expect.arrayContaining(['Y']));
});

describe('image_url', () => {
  const rest = { ...small, image: undefined };
  const byUrl = async (url: unknown) => (await ask('/generate', { ...rest, image_url: url })).body;

  it.each([
    'file:///etc/passwd',
    'ftp://host/picture',
    `data:image/png;base64,${image}`,
    'nonsense',
    '/picture.png',
    'http://user:word@127.0.0.1/',
    5,
  ])('%.40s is INVALID_IMAGE', async (url) => expect((await byUrl(url)).code).toBe('INVALID_IMAGE'));

  it('follows a few redirects, not many, and never to another kind of address', async () => {
    const picture = await halves();
    const host = await serve((request, response) => {
      const hops = Number(request.url!.slice(1));
      if (request.url === '/file') response.writeHead(302, { Location: 'file:///etc/passwd' }).end();
      else if (hops > 0) response.writeHead(302, { Location: `/${hops - 1}` }).end();
      else if (request.url === '/missing') response.writeHead(404).end();
      else response.end(picture);
    });
    expect((await byUrl(`${host.url}/3`)).success).toBe(true);
    expect((await byUrl(`${host.url}/9`)).message).toContain('redirects');
    expect((await byUrl(`${host.url}/file`)).code).toBe('INVALID_IMAGE');
    expect((await byUrl(`${host.url}/missing`)).message).toContain('404');
    await host.stop();
    expect((await byUrl(`${host.url}/0`)).message).toContain('cannot be reached');
  });

  it('may point to this very server, under whatever name the client knows it', async () => {
    const form = new FormData();
    form.append('image', new Blob([new Uint8Array(await halves())]));
    const key = { 'X-Picsart-API-Key': 'picsart_demo' };
    const { data } = await (await fetch(`${api.url}/tools/1.0/upload`, { method: 'POST', headers: key, body: form })).json();
    expect((await byUrl(data.url)).success).toBe(true);
    // node:http, because fetch does not let the Host header be set
    const status = await new Promise((resolve) => {
      const headers = { Host: 'demo.invalid', Authorization: 'Bearer px_live_demo' };
      const call = request(
        `${api.url}/api/v1/generate`,
        { method: 'POST', headers },
        (response) => (response.resume(), resolve(response.statusCode)),
      );
      call.end(JSON.stringify({ ...rest, image_url: data.url.replace(/127\.0\.0\.1:\d+/, 'demo.invalid') }));
    });
    expect(status).toBe(200);
  });
});

describe('10 MB while reading', () => {
  it('an endless body is answered with IMAGE_TOO_LARGE and never kept', async () => {
    let sent = 0;
    const answer = await new Promise<{ status?: number; body: string }>((resolve, reject) => {
      const call = request(
        `${api.url}/api/v1/generate`,
        { method: 'POST', headers: { Authorization: 'Bearer px_live_demo' } },
        (response) => {
          let body = '';
          response.on('data', (part) => (body += part)).on('end', () => resolve({ status: response.statusCode, body }));
          call.destroy();
          response.on('error', () => resolve({ status: response.statusCode, body }));
        },
      );
      call.on('error', (error) => (sent ? undefined : reject(error)));
      const chunk = Buffer.alloc(256 * 1024, 'A');
      const more = () => {
        while (!call.destroyed && call.write(chunk)) sent += chunk.length;
      };
      call.write('{"image":"');
      call.on('drain', () => ((sent += chunk.length), more()));
      more();
    });
    expect(answer.status).toBe(400);
    expect(sent).toBeLessThan(110e6);
    expect((await ask('/usage')).body.calls_used).toBe(0);
  });
});

describe('requests a minute', () => {
  it('429 TOO_MANY_REQUESTS with Retry-After and the RateLimit fields; over by the API clock', async () => {
    stoppedAt = Date.now();
    await api.control('set', { minuteLimit: 2, now: '2026-11-10T10:00:30Z' });
    const first = await ask('/generate', small);
    expect(first.headers.get('RateLimit')).toBe('"minute";r=1;t=60');
    await api.control('set', { now: '2026-11-10T10:00:50Z' });
    expect((await ask('/generate', small)).status).toBe(200);
    const { status, headers, body } = await ask('/generate', small);
    expect([status, body.code, body.error]).toEqual([429, 'TOO_MANY_REQUESTS', true]);
    expect(headers.get('Retry-After')).toBe('40');
    expect(headers.get('RateLimit')).toBe('"minute";r=0;t=40');
    expect(headers.get('RateLimit-Policy')).toBe('"minute";q=2;w=60');
    expect((await ask('/usage')).body.calls_used).toBe(2); // free look-ups are not limited
    await api.control('set', { now: '2026-11-10T10:01:30Z' });
    expect((await ask('/generate', small)).status).toBe(200);
  });

  it('there is no such limit unless one is set, and the monthly 429 carries no Retry-After', async () => {
    await api.control('set', { usesLeft: 0 });
    const { status, headers } = await ask('/generate', small);
    expect(status).toBe(429);
    for (const name of ['Retry-After', 'RateLimit', 'RateLimit-Policy']) expect(headers.get(name)).toBeNull();
  });
});

describe('CORS', () => {
  const origin = { Origin: 'https://anywhere.example' };

  it('preflights are answered without a key, for the headers that clients send', async () => {
    const response = await fetch(`${api.url}/api/v1/generate`, {
      method: 'OPTIONS',
      headers: {
        ...origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Methods')).toContain('POST');
    for (const name of ['Authorization', 'Content-Type', 'X-Picsart-API-Key', 'Accept']) {
      expect(response.headers.get('Access-Control-Allow-Headers')).toContain(name);
    }
    expect(await api.control('log')).toEqual([]);
  });

  it('quota headers are exposed, unless that is switched off', async () => {
    const exposed = async () => (await ask('/generate', small, { headers: origin })).headers.get('Access-Control-Expose-Headers');
    for (const name of [
      'Content-Disposition',
      'Retry-After',
      'RateLimit',
      'RateLimit-Policy',
      'Date',
      'X-Picsart-RateLimit-Reset-Time',
    ]) {
      expect((await exposed())!.split(', ')).toContain(name);
    }
    await api.control('set', { exposeHeaders: false });
    expect(await exposed()).toBeNull();
  });

  it('pages can read errors too', async () => {
    const { status, headers } = await ask('/generate', small, { key: null, headers: origin });
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([401, '*']);
  });

  it('a wrong origin is 403 ORIGIN_NOT_ALLOWED, cannot be read there, and costs nothing', async () => {
    const { status, headers, body } = await ask(
      '/generate',
      { ...small, niche: 'rugs' },
      { key: 'px_live_shop', headers: origin },
    );
    expect([status, body.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('Vary')).toContain('Origin');
    expect((await ask('/usage', undefined, { key: 'px_live_shop' })).body.calls_used).toBe(0);
  });
});

describe('paths, methods, time', () => {
  it('an unknown path is 404, a wrong method 405 with Allow', async () => {
    expect([(await ask('/nothing')).status, (await ask('/nothing')).body.code]).toEqual([404, 'NOT_FOUND']);
    const { status, headers, body } = await ask('/generate');
    expect([status, body.code, headers.get('Allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', 'POST']);
  });

  it('a Picsart key is no PixCraft key, and a scheme other than Bearer is none', async () => {
    expect((await ask('/usage', undefined, { key: 'picsart_demo' })).body.code).toBe('INVALID_API_KEY');
    expect((await ask('/usage', undefined, { key: null, headers: { Authorization: 'Basic cHg6bGl2ZQ==' } })).body.code).toBe(
      'MISSING_API_KEY',
    );
    expect((await ask('/usage', undefined, { key: null, headers: { 'X-Picsart-API-Key': 'px_live_demo' } })).body.code).toBe(
      'MISSING_API_KEY',
    );
  });

  it('Date is the time that the counters go by', async () => {
    await api.control('set', { now: '2027-03-04T05:06:07Z' });
    expect(Date.parse((await ask('/health')).headers.get('Date')!)).toBeCloseTo(Date.parse('2027-03-04T05:06:07Z'), -4);
  });

  it('a client that goes away does not stop the work, and pays for it', async () => {
    await api.control('set', { latencyMs: 100 });
    const gone = new AbortController();
    const call = fetch(`${api.url}/api/v1/generate`, {
      method: 'POST',
      headers: { Authorization: 'Bearer px_live_demo' },
      body: JSON.stringify(small),
      signal: gone.signal,
    }).catch(() => 'gone');
    await expect.poll(() => api.control('log')).toHaveLength(1);
    gone.abort();
    expect(await call).toBe('gone');
    await expect.poll(async () => (await api.control<any[]>('log'))[0]).toMatchObject({ counted: true });
    expect((await ask('/usage')).body.calls_used).toBe(1);
  });
});
