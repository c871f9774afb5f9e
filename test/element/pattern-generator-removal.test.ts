import { FakeApi, json } from './support/fake-api.js';
import {
  button,
  done,
  downloads,
  failure,
  heard,
  inState,
  part,
  picture,
  pictureFile,
  ready,
  soon,
  widget,
} from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));
afterEach(() => void vi.restoreAllMocks());

/** Addresses of blobs that are not given back. */
function openUrls(): Set<string> {
  const open = new Set<string>();
  const { createObjectURL, revokeObjectURL } = URL;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = createObjectURL.call(URL, blob);
    open.add(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    open.delete(url);
    revokeObjectURL.call(URL, url);
  });
  return open;
}

/** Intervals that still run. */
function openIntervals(): Set<unknown> {
  const open = new Set<unknown>();
  const { setInterval: set, clearInterval: clear } = globalThis;
  vi.stubGlobal('setInterval', (...args: Parameters<typeof set>) => {
    const id = set(...args);
    open.add(id);
    return id;
  });
  vi.stubGlobal('clearInterval', (id: number) => {
    open.delete(id);
    clear(id);
  });
  return open;
}
afterEach(() => void vi.unstubAllGlobals());

it('the answer of a request under way is kept', async () => {
  const el = await ready(api);
  const { image } = el;
  const held = api.hold('/generate');
  void failure(el.generate());
  await soon(() => api.paid.length);
  el.remove();
  held.letGo();
  const next = await widget(api);
  next.image = image;
  const results = heard(next, 'pattern-result');
  await next.generate();
  await inState(next, 'done');
  expect(results).toHaveLength(1);
  expect(api.paid).toHaveLength(1);
});

it('taken out and put back, it shows what it showed', async () => {
  const el = await done(api);
  await soon(() => part(el, 'viewer'));
  const place = el.parentElement!;
  el.remove();
  expect(part(el, 'viewer')).toBeUndefined();
  place.append(el);
  await soon(() => part(el, 'viewer'));
  button(el, 'again').click();
  await inState(el, 'ready');
  const thumbnail = part<HTMLImageElement>(el, 'thumbnail');
  await thumbnail.decode();
  expect(thumbnail.naturalWidth).toBe(24);
});

it('moved while it is working, it goes on', async () => {
  const el = await ready(api);
  const held = api.hold('/generate');
  const promise = el.generate();
  await inState(el, 'working');
  const other = document.body.appendChild(document.createElement('div'));
  other.append(el);
  held.letGo();
  await promise;
  await inState(el, 'done');
  await soon(() => part(el, 'viewer'));
  other.remove();
});

it.each([
  ['ready', {}],
  ['done', {}],
  ['done', { provider: 'picsart' }],
] as const)('%s %j: no address of a blob is left', async (state, attributes) => {
  const open = openUrls();
  const el = await (state === 'done' ? done : ready)(api, attributes);
  if (state === 'done') await soon(() => part(el, 'viewer'));
  else await soon(() => open.size);
  el.remove();
  await el.updateComplete;
  expect([...open]).toEqual([]);
});

it.each(['pixcraft', 'picsart'])('removed while working (%s): no address of a blob is left', async (provider) => {
  const open = openUrls();
  const el = await ready(api, { provider });
  const path = provider === 'picsart' ? '/pattern' : '/generate';
  const held = api.hold(path);
  const settled = el.generate().catch(() => {});
  await soon(() => api.paid.length);
  el.remove();
  held.letGo();
  await settled;
  await el.updateComplete;
  expect([...open]).toEqual([]);
});

it('a new picture gives the old one’s address back', async () => {
  const open = openUrls();
  const el = await widget(api);
  for (let i = 0; i < 3; i++) {
    el.image = await picture();
    await inState(el, 'ready');
    await el.updateComplete;
  }
  expect(open.size).toBe(1);
  el.reset();
  await inState(el, 'empty');
  expect(open.size).toBe(0);
});

it('a download’s address is given back after a while', async () => {
  const later: (() => void)[] = [];
  const { setTimeout: set } = globalThis;
  vi.stubGlobal('setTimeout', (fn: () => void, ms: number) => (ms >= 60_000 && later.push(fn), set(fn, ms)));
  const open = openUrls();
  downloads();
  const el = await done(api);
  const before = open.size;
  await el.downloadPdf();
  expect(open.size).toBe(before + 1);
  later.forEach((fn) => fn());
  expect(open.size).toBe(before);
});

it('no timer is left', async () => {
  const open = openIntervals();
  const el = await ready(api);
  api.script('/generate', json({}, 429, { 'Retry-After': '60' }));
  const promise = failure(el.generate());
  await inState(el, 'waiting');
  expect(open.size).toBeGreaterThan(0);
  el.remove();
  el.cancel();
  await promise;
  await soon(() => open.size === 0, 'no interval');
});

it('removed while working, a wait that begins then shows nobody a countdown', async () => {
  const open = openIntervals();
  const el = await ready(api);
  const held = api.hold('/generate');
  const promise = failure(el.generate());
  await soon(() => api.paid.length);
  const before = open.size;
  el.remove();
  held.letGo(json({}, 429, { 'Retry-After': '60' }));
  expect(await promise).toMatchObject({ code: 'cancelled' });
  expect(el.state).toBe('ready');
  expect(open.size).toBeLessThanOrEqual(before);
});

it('a countdown goes on after the widget was moved', async () => {
  const el = await ready(api);
  api.script('/generate', json({}, 429, { 'Retry-After': '60' }));
  void failure(el.generate());
  await inState(el, 'waiting');
  const other = document.body.appendChild(document.createElement('div'));
  other.append(el);
  await el.updateComplete;
  const before = part(el, 'countdown').textContent;
  await soon(() => part(el, 'countdown').textContent !== before);
  el.cancel();
  other.remove();
});

it('no listener is left', async () => {
  const el = await widget(api);
  const sibling = await widget(api);
  const events = vi.fn();
  el.addEventListener('pattern-quota', events);
  el.remove();
  const clipboardData = new DataTransfer();
  clipboardData.items.add(await pictureFile());
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await sibling.refreshQuota();
  expect(sibling.quota.remaining).toBe(400);
  expect(el.image).toBeUndefined();
  expect(events).not.toHaveBeenCalled();
});
