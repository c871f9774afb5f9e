import type { PatternGenerator, State } from '../../src/index.js';
import { FakeApi, json, refusal } from './support/fake-api.js';
import { button, done, heard, inState, message, part, parts, picture, ready, soon, widget } from './support/widget.js';

const STATES: State[] = ['empty', 'ready', 'working', 'waiting', 'done', 'exhausted', 'error'];
let api: FakeApi;
beforeEach(() => (api = new FakeApi()));

/** In this state, by attribute, by `:state()` and by property, and in no other. */
async function expectState(el: PatternGenerator, state: State): Promise<void> {
  await inState(el, state);
  expect(el.state).toBe(state);
  expect(STATES.filter((name) => el.matches(`:state(${name})`))).toEqual([state]);
}

it('empty: a drop zone, and Generate not yet possible', async () => {
  const el = await widget(api);
  await expectState(el, 'empty');
  expect(part(el, 'dropzone').textContent).toMatch(/Choose a picture/);
  expect(button(el, 'generate').disabled).toBe(true);
});

it('ready: thumbnail, controls, Generate', async () => {
  const el = await ready(api, { studio: 'none' });
  await expectState(el, 'ready');
  expect(part<HTMLImageElement>(el, 'thumbnail').src).toMatch(/^blob:/);
  expect(parts(el, 'field')).toHaveLength(4);
  expect(button(el, 'generate').disabled).toBe(false);
});

it('working: progress, what is being done, Cancel; then done', async () => {
  const el = await ready(api);
  const held = api.hold('/generate');
  button(el, 'generate').click();
  await expectState(el, 'working');
  await soon(() => message(el) === 'Making your pattern…');
  expect(part(el, 'progress')).toBeDefined();
  expect(part(el, 'widget').getAttribute('aria-busy')).toBe('true');
  expect(button(el, 'cancel')).toBeDefined();
  expect(button(el, 'generate')).toBeUndefined();
  held.letGo();
  await expectState(el, 'done');
  expect(message(el)).toBe('Your pattern is ready.');
  expect(part(el, 'widget').getAttribute('aria-busy')).toBe('false');
  expect(button(el, 'pdf').disabled).toBe(false);
});

it('done: “another one” leads back to the picture', async () => {
  const el = await done(api);
  button(el, 'again').click();
  await expectState(el, 'ready');
  expect(el.result).toBeUndefined();
  expect(part(el, 'thumbnail')).toBeDefined();
  expect(parts(el, 'preview')).toEqual([]);
});

it('waiting: a countdown, and it goes on by itself', async () => {
  const el = await ready(api);
  api.script('/generate', json({}, 429, { 'Retry-After': '1' }));
  button(el, 'generate').click();
  await expectState(el, 'waiting');
  expect(part(el, 'countdown').textContent).toMatch(/^0:0[0-3]$/);
  expect(message(el)).toMatch(/goes on by itself/);
  await expectState(el, 'done');
  expect(api.paid).toHaveLength(2);
});

it('waiting: Cancel stops it', async () => {
  const el = await ready(api);
  api.script('/generate', json({}, 429, { 'Retry-After': '60' }));
  button(el, 'generate').click();
  await inState(el, 'waiting');
  expect(part(el, 'countdown').textContent).toMatch(/^(1:00|1:01|1:02|0:59)$/);
  button(el, 'cancel').click();
  await expectState(el, 'ready');
});

it('exhausted: a friendly message, the date it works again; Generate disabled', async () => {
  const el = await ready(api);
  const reset = api.usage.reset_date;
  api.used = 499;
  await el.generate();
  expect(el.quota).toMatchObject({ exhausted: true, remaining: 0 });
  await expectState(el, 'done');
  el.image = await picture();
  await expectState(el, 'exhausted');
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date(reset));
  expect(message(el)).toBe(`All patterns for this month have been made. It works again on ${date}.`);
  expect(button(el, 'generate').disabled).toBe(true);
  await expect(el.generate()).rejects.toMatchObject({ code: 'quota-exhausted', retryAt: new Date(reset) });
  expect(api.paid).toHaveLength(1);
});

it('exhausted: what was made before is still shown, and its PDF still downloaded', async () => {
  const first = await picture();
  const el = await widget(api);
  el.image = first;
  await el.generate();
  api.used = 500;
  await el.refreshQuota();
  el.image = await picture();
  await expectState(el, 'exhausted');
  el.image = first;
  await soon(() => button(el, 'generate')?.textContent!.includes('Show saved pattern'));
  const [event] = [heard(el, 'pattern-result')];
  button(el, 'generate').click();
  await expectState(el, 'done');
  expect(event[0]!.fromCache).toBe(true);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  expect(await (await el.downloadPdf()).text()).toMatch(/^%PDF/);
  expect(api.paid).toHaveLength(1);
  vi.restoreAllMocks();
});

it('exhausted ends when the free counter says so', async () => {
  const el = await ready(api);
  api.script('/generate', refusal(429, 'RATE_LIMIT_EXCEEDED'));
  button(el, 'generate').click();
  await expectState(el, 'exhausted');
  await el.refreshQuota();
  await expectState(el, 'ready');
});

it('exhausted is a matter of the account: another endpoint is not', async () => {
  api.used = 500;
  const el = await ready(api);
  await el.refreshQuota();
  await expectState(el, 'exhausted');
  const other = new FakeApi();
  el.endpoint = other.endpoint;
  await expectState(el, 'ready');
  await el.generate();
  expect(other.paid).toHaveLength(1);
});

it('error: what went wrong, and Try again, which works', async () => {
  const el = await ready(api);
  api.script('/generate', refusal(400, 'INVALID_IMAGE'));
  button(el, 'generate').click();
  await expectState(el, 'error');
  expect(message(el)).toBe('This picture cannot be read. Please choose another one.');
  expect(button(el, 'generate').textContent).toMatch(/Try again/);
  button(el, 'generate').click();
  await expectState(el, 'done');
});

it('error: no Try again for a wrong key, until there is another one', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const el = await ready(api);
  api.script('/generate', refusal(401, 'INVALID_API_KEY'));
  button(el, 'generate').click();
  await expectState(el, 'error');
  expect(button(el, 'generate')).toBeUndefined();
  el.apiKey = 'px_live_right';
  await expectState(el, 'ready');
  expect(button(el, 'generate').disabled).toBe(false);
  vi.restoreAllMocks();
});
