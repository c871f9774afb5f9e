import { Results } from '../../../src/cache/store/results.js';
import { SCHEMA, type Entry } from '../../../src/cache/store/entry.js';
import type { Page } from '../../../src/generation/page.js';
import { fetchPicture } from '../../../src/generation/result-picture.js';
import type { Settings } from '../../../src/generation/settings.js';
import { pictureType } from '../../../src/image/picture-type.js';
import { picsartFace } from '../../../src/providers/picsart/face.js';
import { whole } from '../../../src/providers/whole.js';
import { failure } from '../flight/world.js';
import { FakeClock, seeded } from '../../support/simulation.js';

const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
]);

let clock: FakeClock;
let answers: (Response | Error)[];
let asked: RequestInit[];
let keep: ReturnType<typeof vi.fn>;
let page: Page;
beforeEach(() => {
  clock = new FakeClock();
  answers = [];
  asked = [];
  keep = vi.fn(() => Promise.resolve());
  const fetch = async (_: string, init: RequestInit) => {
    asked.push(init);
    const answer = answers.shift() ?? new Error('no more');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const results = { keep } as unknown as Results;
  page = { env: { fetch, clock, random: seeded(1) }, results, keeping: { pictureType } } as unknown as Page;
});

const settings = { provider: whole(picsartFace), timeout: 1000 } as unknown as Settings;
const entry = (): Entry => ({
  key: 'k',
  schema: SCHEMA,
  account: 'a',
  title: {},
  parameters: {},
  answer: { status: 'success', data: { id: 'x', url: 'https://cdn.test/x.png' } },
  files: {},
  at: 0,
});
const run = (it: Entry) => clock.run(fetchPicture(page, it, settings, 'memory'));
const png = () => new Response(PNG, { headers: { 'Content-Type': 'text/html' } });

it('is fetched again when a try fails, and kept as what its bytes are', async () => {
  answers = [new TypeError('lost'), new Response('', { status: 503 }), png()];
  const it = entry();
  await run(it);
  expect(it.files.image!.type).toBe('image/png');
  expect(keep).toHaveBeenCalledOnce();
  expect(asked).toHaveLength(3);
});

it('goes to another host without a key', async () => {
  answers = [png()];
  await run(entry());
  expect([...new Headers(asked[0]!.headers).keys()]).toEqual([]);
});

it('that is no picture is not shown as one', async () => {
  answers = [1, 2, 3].map(() => new Response('<script>', { headers: { 'Content-Type': 'image/png' } }));
  expect(await failure(run(entry()))).toMatchObject({ code: 'server-error' });
  expect(keep).not.toHaveBeenCalled();
});

it('that is gone asks the visitor, who paid for it, instead of failing for ever', async () => {
  answers = [new Response('', { status: 404 })];
  expect(await failure(run(entry()))).toMatchObject({ code: 'bad-response', maybeCounted: true });
  expect(asked).toHaveLength(1);
});
