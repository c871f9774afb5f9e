// What a proxy remembers so that a hit costs little, and that it never remembers too much.
import type { Design } from '../../src/proxy/design.js';
import { Hot } from '../../src/proxy/hot.js';
import type { Refused } from '../../src/proxy/refused.js';
import { Seen } from '../../src/proxy/seen.js';
import { Uploads } from '../../src/proxy/uploads.js';
import { memoryStore, type Store } from '../../src/proxy/index.js';
import { FakeClock } from '../support/simulation.js';
import { body, press, visit } from './shop.js';
import { json, run, Vendor } from './vendor.js';

const kept = (size: number, at = 0) => ({ bytes: new Uint8Array(size), about: {}, at });

describe('what was found a moment ago', () => {
  it('is known for a minute, and no longer than results are kept', () => {
    const clock = new FakeClock(0);
    const hot = new Hot({ clock, bounds: { maxBytes: 1e6, maxAge: 90_000 } });
    hot.set('a', kept(10));
    clock.time = 59_999;
    expect(hot.get('a')).toBeDefined();
    clock.time = 60_000;
    expect(hot.get('a')).toBeUndefined();
    hot.set('b', kept(10));
    clock.time = 90_000;
    expect(hot.get('b')).toBeUndefined();
  });

  it('is bounded, the last used stays', () => {
    const hot = new Hot({ clock: new FakeClock(0), bounds: { maxBytes: 10_000, maxAge: 1e9 } });
    for (let i = 0; i < 1000; i++) {
      hot.set(`${i}`, kept(500));
      hot.get('0');
    }
    const there = Array.from({ length: 1000 }, (_, i) => `${i}`).filter((key) => hot.get(key));
    expect(there.length).toBeLessThan(11);
    expect(there).toContain('0');
    expect(there).toContain('999');
    hot.set('big', kept(5000));
    expect(hot.get('big')).toBeUndefined();
  });

  it('is answered without the store, which is asked again after a minute; what it has let go of is made anew', async () => {
    const clock = new FakeClock();
    const inner = memoryStore({ clock });
    let looks = 0;
    let empty = false;
    const store: Store = { ...inner, kept: async (key) => (looks++, empty ? undefined : inner.kept(key)) };
    const vendor = new Vendor();
    const proxy = vendor.proxy({ clock, store });
    const cache = async () => (await run(clock, press(proxy))).headers.get('Pattern-Cache');
    expect(await cache()).toBe('miss');
    looks = 0;
    for (let i = 0; i < 20; i++) expect(await cache()).toBe('hit');
    expect(looks).toBe(0);
    await clock.advance(60_000);
    expect([await cache(), looks]).toEqual(['hit', 1]);
    await clock.advance(60_000);
    empty = true;
    expect(await cache()).toBe('miss');
    expect(vendor.paid).toHaveLength(2);
  });
});

describe('pictures that are waited for', () => {
  const design = (key: string, megabytes: number): Design => ({
    key,
    parameters: {},
    upload: { base64: { length: megabytes * 1e6 } as Uint8Array<ArrayBuffer> },
  });
  const busy = (hold: () => unknown) => {
    try {
      hold();
    } catch (error) {
      return (error as Refused).reason;
    }
    return;
  };

  it('are bounded by their bytes: who brings one more is told to come again, who joins brings none', () => {
    const uploads = new Uploads(new FakeClock(0));
    for (let i = 0; i < 25; i++) uploads.hold(design(`${i}`, 10));
    expect(busy(() => uploads.hold(design('one more', 10)))).toBe('busy');
    for (let i = 0; i < 200; i++) uploads.hold(design('7', 10));
    uploads.letGo(design('7', 10));
    expect(busy(() => uploads.hold(design('one more', 10)))).toBe('busy');
    uploads.letGo(design('8', 10));
    expect(busy(() => uploads.hold(design('one more', 10)))).toBeUndefined();
    expect(busy(() => uploads.hold(design('another', 10)))).toBe('busy');
  });

  it('a refused one leaves nothing behind, whatever else it asks for', async () => {
    const vendor = new Vendor();
    const proxy = vendor.proxy({ visitorDay: 0 });
    const uploads = vi.spyOn(Uploads.prototype, 'hold');
    const letGo = vi.spyOn(Uploads.prototype, 'letGo');
    await press(proxy, 1);
    await press(proxy, 1, { path: '/api/v1/generate/pdf' });
    await press(proxy, 1, { path: '/api/v1/validate' });
    expect([uploads.mock.calls.length, letGo.mock.calls.length]).toEqual([3, 3]);
    vi.restoreAllMocks();
  });
});

describe('bodies that came before', () => {
  it('are known by all of their bytes: one bit more or less is another design', async () => {
    const vendor = new Vendor();
    const proxy = vendor.proxy({ siteMinute: 1e6, visitorDay: 1e6 });
    const text = await body();
    for (let i = 0; i < 3; i++) await visit(proxy, { body: text });
    const at = text.indexOf('"image":"') + 60;
    const other = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    expect((await visit(proxy, { body: other })).headers.get('Pattern-Cache')).toBe('miss');
    expect((await visit(proxy, { body: text.replace('"width_cm":20', '"width_cm":21') })).headers.get('Pattern-Cache')).toBe(
      'miss',
    );
    expect((await visit(proxy, { body: text })).headers.get('Pattern-Cache')).toBe('hit');
    expect(vendor.paid).toHaveLength(3);
  });

  it('a known one still asks the host, the origin and its type', async () => {
    let letIn = true;
    const vendor = new Vendor();
    const proxy = vendor.proxy({ authorize: () => (letIn ? {} : false) });
    const text = await body();
    for (let i = 0; i < 3; i++) expect((await visit(proxy, { body: text })).status).toBe(200);
    expect((await visit(proxy, { body: text, origin: 'https://evil.example' })).status).toBe(403);
    letIn = false;
    expect((await visit(proxy, { body: text })).status).toBe(401);
  });

  it('are bounded', async () => {
    const seen = new Seen();
    const bytes = (i: number) => new TextEncoder().encode(`body ${i}`);
    for (let i = 0; i < 5000; i++) await seen.add('t', bytes(i), `key ${i}`);
    expect([await seen.key('t', bytes(4999)), await seen.key('t', bytes(0)), await seen.key('other', bytes(4999))]).toEqual([
      'key 4999',
      undefined,
      undefined,
    ]);
  });

  it('a key that is echoed by the vendor is out of what is served again as well', async () => {
    const vendor = new Vendor();
    const proxy = vendor.proxy();
    const pattern = await (await vendor.answers.generate!(undefined as never)).json();
    vendor.answers.generate = ({ headers }) => json({ ...(pattern as object), note: headers.get('Authorization') });
    for (let i = 0; i < 3; i++) expect(await (await press(proxy)).text()).not.toContain('canary');
  });
});
