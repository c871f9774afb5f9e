// Long jobs run in threads of their own: the server answers meanwhile, and what is too much is told.
import { Busy, Pool } from '../../demo/server/work/pool.js';
import type { Input } from '../../demo/server/work/jobs.js';
import { NICHES } from '../../demo/server/pixcraft/niches.js';
import { runHere, startApi, type Api } from '../support/api.js';
import { halves } from './pictures.js';
import { form, picsart } from './picsart-client.js';
import { image, pixcraft, small } from './pixcraft-client.js';

const catalogue = [
  { id: 'a', name: 'Red', hex: '#d02020' },
  { id: 'b', name: 'Blue', hex: '#2030c0' },
];

/** A job for two colours; every call has pixels of its own, as they may be handed over. */
const job = (columns = 4, rows = 3): Input<'pattern'> => ({
  pixels: { data: Uint8ClampedArray.from({ length: 4 * 4 * 4 }, (_, i) => (i * 37) % 256), width: 4, height: 4 },
  options: { columns, rows, catalogue, direction: 'rows' },
  niche: NICHES.get('crossstitch')!,
});

describe('the API', () => {
  let api: Api;
  const ask = pixcraft(() => api);
  beforeAll(async () => void (api = await startApi()));
  afterAll(() => api.stop());

  it('answers others while five grids of 1000 × 1000 are made', async () => {
    const grid = { ...small, niche: 'crossstitch', width_cm: 1000, height_cm: 1000, unit_width_cm: 1, unit_height_cm: 1 };
    let made = 0;
    const grids = Array.from({ length: 5 }, async () => {
      const answer = await ask('/generate', grid);
      made++;
      return answer.body.dimensions.total_units;
    });
    // One after the other: each has to be answered before the next is asked.
    let answered = 0;
    while (made < 5) {
      expect((await ask('/health')).status).toBe(200);
      answered++;
    }
    expect(await Promise.all(grids)).toEqual(Array(5).fill(1_000_000));
    // Four when all is made on one thread, two thousand with threads.
    expect(answered).toBeGreaterThan(100);
  }, 120_000);

  it('tells that it is busy, for nothing', async () => {
    const busy = await startApi({ run: () => Promise.reject(new Busy()) });
    expect(await pixcraft(() => busy)('/generate', small)).toMatchObject({
      status: 500,
      body: { code: 'PROCESSING_ERROR', message: expect.stringContaining('busy') },
    });
    expect(await picsart(() => busy)('/background/pattern', form())).toMatchObject({ status: 503, body: { code: 503 } });
    expect((await busy.control<any[]>('log')).filter(({ counted }) => counted)).toEqual([]);
    await busy.stop();
  });

  it('finds a damaged picture in the thread, too', async () => {
    const half = (await halves()).subarray(0, 200);
    for (const path of ['/generate', '/generate/pdf'])
      expect((await ask(path, { ...small, image: half.toString('base64') })).body.code).toBe('INVALID_IMAGE');
    const { status, body } = await picsart(() => api)('/background/pattern', form({}, half));
    expect([status, body.detail]).toEqual([400, 'The picture is damaged']);
    expect(image.length).toBeGreaterThan(200);
  });
});

describe('the threads', () => {
  it('make what would be made here, byte for byte', async () => {
    const pool = new Pool();
    expect(await pool.run('pattern', job())).toEqual(await runHere('pattern', job()));
    await pool.close();
  });

  it('report what is wrong with a job and go on', async () => {
    const pool = new Pool(1);
    await expect(pool.run('pattern', job(0))).rejects.toThrow(/columns/);
    expect((await pool.run('pattern', job())).grid.cells).toHaveLength(12);
    await pool.close();
  });

  it('let only so much wait', async () => {
    const pool = new Pool(1, 2);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => pool.run('pattern', job())));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(results[3]).toMatchObject({ reason: expect.any(Busy) });
    expect((await pool.run('pattern', job())).grid.cells).toHaveLength(12);
    await pool.close();
  });

  it('that are ended leave no job without an answer', async () => {
    const pool = new Pool(1);
    const results = Promise.allSettled([pool.run('pattern', job(1000, 1000)), pool.run('pattern', job())]);
    await pool.close();
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run('pattern', job())).rejects.toThrow('ended');
  });
});
