// What the PixCraft documentation says, and nothing else. What it leaves open is in pixcraft-assumed.test.ts.
import sharp from 'sharp';
import type { Run } from '../../demo/server/work/jobs.js';
import { runHere, startApi, type Api } from '../support/api.js';
import { base64, halves, noise, serve } from './pictures.js';
import { image, pixcraft, small } from './pixcraft-client.js';

let api: Api;
const ask = pixcraft(() => api);
const used = async (key = 'px_live_demo') => (await ask('/usage', undefined, { key })).body.calls_used;

beforeAll(async () => void (api = await startApi()));
afterAll(() => api.stop());
beforeEach(() => api.control('reset'));

describe('generate', () => {
  it('makes a pattern of as many whole units as fit: 200 × 250 cm curtains are 133 × 125', async () => {
    const { status, body } = await ask('/generate', { image, niche: 'curtains', width_cm: 200, height_cm: 250 });
    expect(status).toBe(200);
    expect(body.success).toBe(true);
    expect(body.niche).toBe('curtains');
    expect(body.dimensions).toEqual({ cols: 133, rows: 125, total_units: 16_625 });
  });

  it('answers with all documented fields', async () => {
    const { body } = await ask('/generate', { ...small, niche: 'crossstitch' });
    expect(Object.keys(body)).toEqual([
      'success',
      'niche',
      'dimensions',
      'materials',
      'assembly_guide',
      'color_summary',
      'difficulty',
      'usage',
    ]);
    expect(['easy', 'medium', 'hard']).toContain(body.difficulty);
  });

  it.each([
    ['crossstitch', true],
    ['embroidery', true],
    ['curtains', false],
    ['lego', false],
    ['rugs', false],
  ])('%s: has a colour summary: %s', async (niche, has) => {
    const { body } = await ask('/generate', { ...small, niche });
    expect('color_summary' in body).toBe(has);
  });

  it('takes its unit sizes and its number of colours from the request', async () => {
    const { body } = await ask('/generate', { ...small, unit_width_cm: 0.5, unit_height_cm: 2, max_colors: 1 });
    expect(body.dimensions).toMatchObject({ cols: 20, rows: 5 });
    expect(body.materials).toHaveLength(1);
  });

  it('takes image_url instead of image', async () => {
    const picture = await halves();
    const host = await serve((_, response) => response.end(picture));
    const rest = { ...small, image: undefined };
    const byUrl = await ask('/generate', { ...rest, image_url: `${host.url}/picture` });
    await host.stop();
    const byImage = await ask('/generate', small);
    expect(byUrl.status).toBe(200);
    expect(byUrl.body.materials).toEqual(byImage.body.materials);
  });

  it('takes base64 with a data: prefix as well', async () => {
    const { status } = await ask('/generate', { ...small, image: `data:image/png;base64,${image}` });
    expect(status).toBe(200);
  });
});

describe('guide direction', () => {
  // Left red, right blue, so the first run of the first step tells where the work begins.
  it.each([
    ['crossstitch', 'row'],
    ['curtains', 'column'],
  ])('%s: a step is a %s', async (niche, kind) => {
    const { body } = await ask('/generate', { ...small, niche, max_colors: 2, unit_width_cm: 1, unit_height_cm: 0.5 });
    expect(body.assembly_guide).toHaveLength(kind === 'row' ? 20 : 10);
    expect(body.assembly_guide[0].runs).toHaveLength(kind === 'row' ? 2 : 1);
  });

  it.each([
    ['crossstitch', 'top'],
    ['lego', 'bottom'],
    ['rugs', 'bottom'],
  ])('%s begins at the %s', async (niche, end) => {
    const picture = await base64(
      (await import('sharp'))
        .default(await halves())
        .rotate(90)
        .png()
        .toBuffer(), // red above, blue below
    );
    const { body } = await ask('/generate', {
      ...small,
      niche,
      image: picture,
      max_colors: 2,
      unit_width_cm: 1,
      unit_height_cm: 1,
    });
    const hex: string = body.assembly_guide[0].runs[0].hex;
    const isRed = parseInt(hex.slice(1, 3), 16) > parseInt(hex.slice(5, 7), 16);
    expect(isRed).toBe(end === 'top');
  });
});

describe('errors', () => {
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]).toString('base64');
  it.each<[code: string, status: number, change: object, key?: string | null, named?: string]>([
    ['MISSING_API_KEY', 401, {}, null],
    ['INVALID_API_KEY', 401, {}, 'px_live_nobody_has_this'],
    ['INACTIVE_API_KEY', 401, {}, 'px_live_inactive'],
    ['INVALID_NICHE', 400, { niche: 'pottery' }, undefined, 'niche'],
    ['INVALID_NICHE', 400, { niche: 'toString' }, undefined, 'niche'],
    ['INVALID_NICHE', 400, { niche: 'lego' }, 'px_live_shop', 'lego'],
    ['INVALID_IMAGE', 400, { image: Buffer.from('this is no picture').toString('base64') }],
    ['INVALID_IMAGE', 400, { image: jpegHead }],
    ['INVALID_IMAGE', 400, { image_url: 'https://shop.example/picture.jpg' }, undefined, 'not both'],
    ['INVALID_IMAGE', 400, { image: '%%%' }, undefined, 'base64'],
    ['INVALID_IMAGE', 400, { image: 42 }, undefined, 'image'],
    ['MISSING_REQUIRED_FIELD', 400, { image: undefined }, undefined, 'image'],
    ['MISSING_REQUIRED_FIELD', 400, { niche: undefined }, undefined, 'niche'],
    ['MISSING_REQUIRED_FIELD', 400, { width_cm: undefined }, undefined, 'width_cm'],
    ['MISSING_REQUIRED_FIELD', 400, { height_cm: null }, undefined, 'height_cm'],
    ['INVALID_DIMENSIONS', 400, { width_cm: 9.99 }, undefined, 'width_cm'],
    ['INVALID_DIMENSIONS', 400, { width_cm: 1000.1 }, undefined, 'width_cm'],
    ['INVALID_DIMENSIONS', 400, { height_cm: -20 }, undefined, 'height_cm'],
  ])('%s (%i) for %j', async (code, status, change, key, named) => {
    const answer = await ask('/generate', { ...small, ...change }, key === undefined ? {} : { key });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: true,
      code,
      message: expect.any(String),
      docs: `https://docs.pixcraft.es/errors/${code}`,
    });
    if (code === 'INVALID_API_KEY') expect(answer.body.message).toBe('The provided API key is not valid.');
    if (named) expect(answer.body.message).toContain(named);
    expect(await used()).toBe(0);
  });

  it.each([10, 1000])('takes a side of %i cm', async (side) => {
    const answer = await ask('/generate', { ...small, width_cm: side, height_cm: side, unit_width_cm: 10, unit_height_cm: 10 });
    expect(answer.status).toBe(200);
  });

  it.each(['gif', 'tiff', 'avif'] as const)('INVALID_IMAGE for %s: only JPEG, PNG and WebP are taken', async (format) => {
    const picture = await sharp(await halves())
      .toFormat(format)
      .toBuffer();
    for (const path of ['/generate', '/generate/pdf', '/validate']) {
      const answer = await ask(path, { ...small, image: picture.toString('base64') });
      expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_IMAGE']);
    }
  });

  it('IMAGE_TOO_LARGE (400) over 10 MB, as base64', async () => {
    const answer = await ask('/generate', { ...small, image: Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64') });
    expect([answer.status, answer.body.code]).toEqual([400, 'IMAGE_TOO_LARGE']);
  });

  it('takes a picture of just under 10 MB', async () => {
    const picture = await noise(2000, 1700);
    expect(picture.length).toBeGreaterThan(9.5 * 1024 * 1024);
    expect(picture.length).toBeLessThan(10 * 1024 * 1024);
    const answer = await ask('/generate', { ...small, image: picture.toString('base64') });
    expect(answer.status).toBe(200);
  });

  it('IMAGE_TOO_LARGE (400) from an address, found while reading: the rest is not fetched', async () => {
    let sent = 0;
    const host = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && sent < 200e6 && response.write(Buffer.alloc(64 * 1024))) sent += 64 * 1024;
      };
      response.on('drain', () => ((sent += 64 * 1024), more()));
      more();
    });
    const rest = { ...small, image: undefined };
    const answer = await ask('/generate', { ...rest, image_url: `${host.url}/endless` });
    await host.stop();
    expect([answer.status, answer.body.code]).toEqual([400, 'IMAGE_TOO_LARGE']);
    expect(sent).toBeLessThan(40e6);
  });

  it('PROCESSING_ERROR (500) when the making fails, and no use is counted', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = await startApi({
      run: () => Promise.reject(new Error('out of thread')),
    });
    const askBroken = pixcraft(() => broken);
    const answer = await askBroken('/generate', small);
    expect([answer.status, answer.body.code]).toEqual([500, 'PROCESSING_ERROR']);
    expect((await askBroken('/usage')).body.calls_used).toBe(0);
    await broken.control('set', { usesLeft: 1 });
    await askBroken('/generate', small);
    expect((await askBroken('/generate', small)).status).toBe(500); // the promised use was given back
    await broken.stop();
    quiet.mockRestore();
  });
});

describe('uses', () => {
  it('counts generated patterns and nothing else, in one counter for all keys of an account', async () => {
    await ask('/generate', small);
    await ask('/generate', small, { key: 'px_live_demo2' });
    await ask('/generate/pdf', small);
    await ask('/validate', { image });
    for (const path of ['/usage', '/niches', '/colors', '/capabilities', '/health']) await ask(path);
    expect(await used()).toBe(2);
    expect(await used('px_live_demo2')).toBe(2);
    expect(await used('px_live_starter')).toBe(0);
    const log = await api.control<any[]>('log');
    expect(log.filter(({ counted }) => counted)).toHaveLength(2);
  });

  it.each([
    ['px_live_starter', 'starter', 500, 499],
    ['px_live_demo', 'business', 2000, 1999],
    ['px_live_enterprise', 'enterprise', 'unlimited', 'unlimited'],
  ])('%s is on %s with %s uses a month', async (key, plan, limit, remaining) => {
    await ask('/generate', small, { key });
    const { body } = await ask('/usage', undefined, { key });
    const today = new Date().toISOString().slice(0, 10);
    expect(body).toEqual({
      api_key: `px_...${key.slice(-6)}`,
      plan,
      period: today.slice(0, 7),
      calls_used: 1,
      calls_limit: limit,
      calls_remaining: remaining,
      reset_date: expect.stringMatching(/^\d{4}-\d{2}-01$/),
      daily_breakdown: [{ date: today, calls: 1 }],
    });
  });

  it('are gone for the month: 429 RATE_LIMIT_EXCEEDED, while everything that costs none goes on', async () => {
    await api.control('set', { usesLeft: 1 });
    expect((await ask('/generate', small)).body.usage.calls_remaining).toBe(0);
    for (const key of ['px_live_demo', 'px_live_demo2']) {
      const answer = await ask('/generate', small, { key });
      expect([answer.status, answer.body.code]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
      expect(Object.keys(answer.body)).toEqual(['error', 'code', 'message', 'docs']);
    }
    expect((await ask('/generate/pdf', small)).status).toBe(200);
    expect((await ask('/validate', { image })).status).toBe(200);
    expect(await used()).toBe(2000);
  });

  it('do not overshoot when twenty ask at once', async () => {
    await api.control('set', { usesLeft: 5 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/generate', small)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status, body }) => status === 429 && body.code === 'RATE_LIMIT_EXCEEDED')).toHaveLength(15);
    expect(await used()).toBe(2000);
  });

  it('nor when making takes long, or fails for some', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    let refused = 0;
    let made = 0;
    const slow = await startApi({
      run: (async (...job) => {
        const number = ++made;
        await expect.poll(() => refused).toBe(15);
        if (number === 2) throw new Error('out of thread');
        return runHere(...job);
      }) as Run,
    });
    const askSlow = pixcraft(() => slow);
    await slow.control('set', { usesLeft: 5 });
    const statusOfOne = async () => {
      const { status } = await askSlow('/generate', small);
      if (status === 429) refused++;
      return status;
    };
    const statuses = await Promise.all(Array.from({ length: 20 }, statusOfOne));
    expect(statuses.sort()).toEqual([...Array(4).fill(200), ...Array(15).fill(429), 500]);
    expect((await askSlow('/usage')).body).toMatchObject({ calls_used: 1999, calls_remaining: 1 });
    refused = 15;
    expect((await askSlow('/generate', small)).status).toBe(200);
    await slow.stop();
    quiet.mockRestore();
  });

  it('start again on the 1st, in UTC', async () => {
    await api.control('set', { now: '2026-11-30T23:59:50Z', usesLeft: 0 });
    expect((await ask('/generate', small)).status).toBe(429);
    expect((await ask('/usage')).body).toMatchObject({ period: '2026-11', reset_date: '2026-12-01', calls_remaining: 0 });
    await api.control('set', { now: '2026-12-01T00:00:00Z' });
    expect((await ask('/usage')).body).toMatchObject({
      period: '2026-12',
      reset_date: '2027-01-01',
      calls_used: 0,
      daily_breakdown: [],
    });
    expect((await ask('/generate', small)).status).toBe(200);
  });

  it('are broken down by day', async () => {
    for (const [now, calls] of [
      ['2026-11-03T10:00:00Z', 2],
      ['2026-11-05T10:00:00Z', 1],
    ] as const) {
      await api.control('set', { now });
      for (let i = 0; i < calls; i++) await ask('/generate', small);
    }
    expect((await ask('/usage')).body.daily_breakdown).toEqual([
      { date: '2026-11-03', calls: 2 },
      { date: '2026-11-05', calls: 1 },
    ]);
  });

  it('are announced to the owner at 50 left and at none, once a month each', async () => {
    const kinds = async () => (await api.control<any[]>('outbox')).map(({ kind }) => kind);
    await api.control('set', { now: '2026-11-10T00:00:00Z', usesLeft: 52 });
    await ask('/generate', small);
    expect(await kinds()).toEqual([]);
    await ask('/generate', small);
    await ask('/generate', small);
    expect(await kinds()).toEqual(['low']);
    await api.control('set', { usesLeft: 1 });
    await ask('/generate', small);
    await ask('/generate', small);
    expect(await kinds()).toEqual(['low', 'exhausted']);
    await api.control('set', { now: '2026-12-10T00:00:00Z', usesLeft: 51 });
    await ask('/generate', small);
    expect(await kinds()).toEqual(['low', 'exhausted', 'low']);
    expect((await api.control<any[]>('outbox'))[0]).toMatchObject({
      to: 'owner@demo.example',
      account: 'demo',
      subject: '50 uses left this month',
    });
  });
});

describe('the rest', () => {
  it('PDF: type, name, and really a PDF', async () => {
    const { status, headers, body } = await ask('/generate/pdf', { ...small, width_cm: 20 });
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('application/pdf');
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="pixcraft-curtains-13x5.pdf"');
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('PDF: has the documented errors too', async () => {
    const { status, body } = await ask('/generate/pdf', { ...small, width_cm: 5 });
    expect([status, body.code]).toEqual([400, 'INVALID_DIMENSIONS']);
  });

  it.each([
    [240, 200, []],
    [400, 199, [/^Image has low resolution/]],
    [198, 400, [/^Image has low resolution/]],
    [100, 49, [/^Image resolution is very low/]],
  ])('validate: %i × %i', async (width, height, warnings) => {
    const picture = await halves(width, height);
    const { status, body } = await ask('/validate', { image: picture.toString('base64') });
    expect(status).toBe(200);
    expect(body).toEqual({
      valid: true,
      image_info: { width_px: width, height_px: height, format: 'png', file_size_kb: expect.closeTo(picture.length / 1024, 0) },
      warnings: warnings.map((pattern) => expect.stringMatching(pattern)),
      recommended_settings: { max_colors: expect.any(Number), min_unit_size_cm: expect.any(Number) },
    });
  });

  it('health needs no key; everything else does', async () => {
    expect((await ask('/health', undefined, { key: null })).status).toBe(200);
    for (const path of ['/usage', '/niches', '/colors', '/capabilities']) {
      expect((await ask(path, undefined, { key: null })).body.code).toBe('MISSING_API_KEY');
    }
    for (const path of ['/generate/pdf', '/validate'])
      expect((await ask(path, small, { key: null })).body.code).toBe('MISSING_API_KEY');
  });

  it('capabilities tell the assembly direction of each niche', async () => {
    const { body } = await ask('/capabilities');
    const directions = Object.fromEntries(body.niches.map((niche: any) => [niche.id, niche.assemblyDirection]));
    expect(directions).toMatchObject({ crossstitch: 'rows', curtains: 'columns', lego: 'bottom-up', rugs: 'bottom-up' });
  });

  it('a key with allowed_domains works on these and on no other, and from servers', async () => {
    const from = (origin?: string) =>
      ask('/usage', undefined, { key: 'px_live_shop', headers: origin ? { Origin: origin } : {} });
    expect((await from('https://shop.example')).headers.get('Access-Control-Allow-Origin')).toBe('https://shop.example');
    expect((await from('http://localhost:5173')).status).toBe(200);
    for (const origin of [
      'https://evil.example',
      'https://notshop.example',
      'https://shop.example.evil.example',
      'http://localhost:5174',
      'null',
    ]) {
      const refused = await from(origin);
      expect(refused.headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(refused.status).toBeGreaterThanOrEqual(400);
    }
    expect((await from()).status).toBe(200);
  });

  it.each([undefined, 'custom'])('a key’s own colours override the catalogue: color_catalog %s', async (color_catalog) => {
    const { body } = await ask('/generate', { ...small, niche: 'rugs', color_catalog }, { key: 'px_live_shop' });
    expect(body.materials.map(({ name }: any) => name)).toEqual(expect.arrayContaining(['Madder', 'Indigo']));
  });
});
