import { expect as check } from '@open-wc/testing';
import { FakeApi, json } from './support/fake-api.js';
import { button, done, inState, part, parts, soon } from './support/widget.js';

// The viewer's file cannot be had: blocked, gone with the last release, or changed on the way.
const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock(import('../../src/element/files.js'), async (original) => {
  const { files, ...rest } = await original();
  const viewer = () => {
    loads.count++;
    return Promise.reject(new Error('not to be had'));
  };
  return { ...rest, files: { ...files, viewer } };
});

it('the result is shown in a simple form', async () => {
  const el = await done(new FakeApi());
  expect(part(el, 'viewer')).toBeUndefined();
  expect(part(el, 'facts').textContent).toContain('20 × 20');
  expect(parts(el, 'material').map((node) => node.textContent)).toEqual(['200 × Ruby', '200 × Snow']);
  expect(parts(el, 'step')).toHaveLength(20);
  expect(parts(el, 'step')[0]!.textContent).toContain('20 × Ruby');
  expect(button(el, 'pdf').disabled).toBe(false);
});

it('columns stand before rows and amounts before names on a page that reads from right to left, too', async () => {
  const el = await done(new FakeApi());
  el.dir = 'rtl';
  const leftOf = (text: Text, at: number) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  for (const name of ['facts', 'material', 'step']) {
    const walker = document.createTreeWalker(part(el, name), NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode.textContent!.trim()) texts.push(walker.currentNode as Text);
    const last = texts.at(-1)!;
    // WebKit lays out what is looked at.
    part(el, name).scrollIntoView();
    await soon(() => leftOf(texts[0]!, 0) < leftOf(last, last.length - 1), name);
  }
});

it('of a huge answer as much is shown as anybody reads', async () => {
  const api = new FakeApi();
  const runs = Array.from({ length: 5000 }, () => ({ color: 'Ruby', hex: '#9b111e', count: 1 }));
  const rows = [1, 2].map((step) => ({ step, runs }));
  const materials = Array.from({ length: 20_000 }, (_, at) => ({
    name: `Thread ${at}`,
    hex: '#9b111e',
    quantity: 1,
    percentage: 0,
  }));
  const dimensions = { cols: 5000, rows: 2, total_units: 10_000 };
  api.script(
    '/generate',
    json({ success: true, niche: 'mosaic', dimensions, materials, assembly_guide: rows, usage: api.usage }),
  );
  const el = await done(api);
  expect(parts(el, 'material')).toHaveLength(50);
  expect(parts(el, 'step')[0]!.textContent).toMatch(/, …\s*$/);
  expect(parts(el, 'step')[0]!.textContent!.length).toBeLessThan(20_000);
});

it('a picture is shown in the simple form too', async () => {
  const el = await done(new FakeApi(), { provider: 'picsart' });
  const image = part<HTMLImageElement>(el, 'preview');
  await image.decode();
  expect(image.naturalWidth).toBe(1);
});

it.each([{}, { dir: 'rtl' }, { lang: 'es' }, { provider: 'picsart' }])('is accessible with %j', async (attributes) => {
  const el = await done(new FakeApi(), attributes);
  await check(el).to.be.accessible();
});

it('the next press asks for the viewer again', async () => {
  const el = await done(new FakeApi());
  const before = loads.count;
  button(el, 'again').click();
  await inState(el, 'ready');
  await el.generate();
  expect(loads.count).toBeGreaterThan(before);
});
