import type { Page } from '@playwright/test';
import { ATTRIBUTES, expect, picture, test, type Widget } from './shop.js';

// The waste meter on bad days: what a press costs when answers are lost, pages die and threads stand still.

type Element = HTMLElementTagNameMap['pattern-generator'];
const FAILURE = { error: true, code: 'PROCESSING_ERROR', message: 'x', docs: 'x' };
const told = (widget: Widget) => expect(widget.part('message')).toContainText('may have been counted');

test.describe('an answer that says nothing, of a request that was counted', () => {
  for (const [name, fault] of Object.entries({
    '500': { status: 500, body: FAILURE },
    '502': { status: 502 },
    '503': { status: 503 },
    '504': { status: 504 },
    '522': { status: 522 },
    'a 200 that is a page': { status: 200, body: '<h1>Hello</h1>' },
  }))
    test(`${name}: one use, the visitor is told, and decides`, async ({ shop, api }) => {
      const widget = await shop();
      await widget.choose('cup', await picture());
      await api.fail({ next: 1, path: 'generate', after: true, ...fault });
      await widget.generate.click();
      await widget.expectState('error');
      await told(widget);
      expect(await api.uses()).toBe(1);
      // A reload does not forget it: there too, nothing is sent before the visitor was told.
      await widget.page.reload();
      await widget.choose('cup', await picture());
      await widget.generate.click();
      await widget.expectState('error');
      await told(widget);
      expect(await api.uses()).toBe(1);
      await widget.generate.click();
      await widget.expectState('done');
      expect(await api.uses()).toBe(2);
    });
});

test('a time limit shorter than the API: nothing is sent again, and the late answer is kept', async ({ shop, api }) => {
  const widget = await shop(`<pattern-generator ${ATTRIBUTES} timeout="1"></pattern-generator>`);
  await widget.choose('cup', await picture());
  await api.set({ latencyMs: 3000 });
  await widget.generate.click();
  await widget.expectState('error');
  await told(widget);
  await api.set({ latencyMs: 0 });
  // The strip shows only two and more: whether it is kept is asked of the widget by pressing once more.
  await expect.poll(async () => (await api.log()).some(({ counted }) => counted)).toBe(true);
  await expect
    .poll(() =>
      widget.root.evaluate((element: Element) =>
        element.generate().then(
          () => element.state,
          () => element.state,
        ),
      ),
    )
    .toBe('done');
  expect(await api.uses()).toBe(1);
});

for (const timeout of ['Infinity', '3600000'])
  test(`timeout="${timeout}" is no time limit of a moment`, async ({ shop, api }) => {
    const widget = await shop(`<pattern-generator ${ATTRIBUTES} timeout="${timeout}"></pattern-generator>`);
    await widget.choose('cup', await picture());
    await api.set({ latencyMs: 1000 });
    await widget.generate.click();
    await widget.expectState('done');
    expect(await api.uses()).toBe(1);
  });

test('reloaded in mid-flight and pressed again: paid once, and told', async ({ shop, api, page }) => {
  await page.clock.install();
  const widget = await shop(undefined, { page });
  await widget.choose('cup', await picture());
  // What the counter showed before is what tells later that it has moved.
  await expect
    .poll(async () => (await api.log()).some(({ path, status }) => path.endsWith('/usage') && status === 200))
    .toBe(true);
  await api.set({ latencyMs: 6000 });
  await widget.generate.click();
  await expect.poll(async () => (await api.paid()).length).toBe(1);
  await api.set({ latencyMs: 0 });
  await page.reload();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('working');
  await expect.poll(() => api.uses()).toBe(1);
  await page.clock.fastForward(95_000);
  await widget.expectState('error');
  await told(widget);
  expect(await api.uses()).toBe(1);
});

const stall = (page: Page, ms: number) =>
  page.evaluate((ms) => {
    const end = Date.now() + ms;
    while (Date.now() < end);
  }, ms);

test('a thread that stands still for twelve seconds in mid-flight is not taken for dead', async ({ shop, api }) => {
  test.slow();
  const first = await shop();
  const second = await shop();
  for (const widget of [first, second]) await widget.choose('cup', await picture());
  await api.set({ latencyMs: 5000 });
  await first.generate.click();
  await expect.poll(async () => (await api.paid()).length).toBe(1);
  await api.set({ latencyMs: 0 });
  const stalled = stall(first.page, 12_000);
  await second.generate.click();
  await stalled;
  await first.expectState('done');
  await expect(second.root).toHaveAttribute('state', /done|error/, { timeout: 30_000 });
  expect(await api.uses()).toBe(1);
});

test('three widgets that are removed in the middle of their press pay for nothing that was not sent', async ({ shop, api }) => {
  const widget = await shop(`<pattern-generator ${ATTRIBUTES}></pattern-generator>`.repeat(3));
  const bytes = [...(await picture(5, 1200))];
  await widget.page.evaluate(async (bytes) => {
    const elements = [...document.querySelectorAll('pattern-generator')];
    elements.forEach((element, at) => (element.image = new Blob([new Uint8Array(bytes), new Uint8Array(at)])));
    await Promise.all(
      elements.map(
        (element) =>
          new Promise<void>((ready) => {
            if (element.state === 'ready') ready();
            element.addEventListener('pattern-state', () => element.state === 'ready' && ready());
          }),
      ),
    );
    for (const element of elements) element.generate().catch(() => {});
    elements[0]!.remove();
    elements[1]!.disabled = true;
    await Promise.resolve();
    elements[2]!.remove();
  }, bytes);
  await expect(widget.root).not.toHaveAttribute('state', /working|waiting/);
  // Whatever was on its way would have arrived with this one.
  await widget.page.evaluate(async () => {
    const element = document.querySelector('pattern-generator')!;
    element.disabled = false;
    element.setAttribute('width-cm', '12');
    await element.generate();
  });
  expect(await api.paid()).toHaveLength(1);
});

test('the page is reloaded as soon as the result is told: it is kept', async ({ shop, api }) => {
  const widget = await shop();
  await widget.choose('cup', await picture());
  const told = widget.page.evaluate(
    () => new Promise((resolve) => document.addEventListener('pattern-result', resolve as () => void, { once: true })),
  );
  await widget.generate.click();
  await told.catch(() => {}); // the event itself cannot be handed over
  await widget.page.reload();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.uses()).toBe(1);
});

test('cache="off": the same press again in this page is free all the same', async ({ shop, api }) => {
  const widget = await shop(`<pattern-generator ${ATTRIBUTES} cache="off"></pattern-generator>`);
  await widget.choose('cup', await picture());
  for (let i = 0; i < 2; i++) {
    await widget.generate.click();
    await widget.expectState('done');
    await widget.part('again-button').click();
  }
  expect(await api.uses()).toBe(1);
});

test('a clock sixty days ahead for one press loses nothing that is kept', async ({ shop, api, context, page }) => {
  const first = await shop(undefined, { page });
  await first.choose('cup', await picture(1));
  await first.generate.click();
  await first.expectState('done');
  const wrong = await context.newPage();
  await wrong.clock.install({ time: Date.now() + 60 * 86_400_000 });
  const other = await shop(undefined, { page: wrong });
  await other.choose('mug', await picture(2));
  await other.generate.click();
  await other.expectState('done');
  const third = await shop();
  await third.choose('cup', await picture(1));
  await third.generate.click();
  await third.expectState('done');
  expect(await api.uses()).toBe(2);
});

const PICSART = '<pattern-generator provider="picsart" endpoint="/tools/1.0" api-key="picsart_demo"></pattern-generator>';

test('Picsart: a press that is cancelled while its picture is on its way has its picture all the same', async ({ shop, api }) => {
  const widget = await shop(PICSART);
  await widget.choose('cup', await picture());
  let letGo!: () => void;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await widget.page.route('**/results/**', async (route) => {
    await held;
    await route.continue();
  });
  const asked = widget.page.waitForRequest(/results/);
  await widget.generate.click();
  await asked;
  await widget.part('cancel-button').click();
  letGo();
  await widget.expectState('ready');
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});

test('Picsart: a picture that is gone is not fetched for ever: the visitor is asked', async ({ shop, api }) => {
  const widget = await shop(PICSART);
  await widget.choose('cup', await picture());
  let gone: string | undefined;
  await widget.page.route('**/results/**', (route) => {
    gone ??= route.request().url();
    return route.request().url() === gone ? route.fulfill({ status: 404 }) : route.continue();
  });
  await widget.generate.click();
  await widget.expectState('error');
  await told(widget);
  expect(await api.paid()).toHaveLength(1);
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(2);
});

test.describe('nothing was sent, and nobody is told that it may have been counted', () => {
  const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'";
  for (const [name, attributes, csp] of [
    ['an address that the policy of the page forbids', ATTRIBUTES.replace('endpoint="/"', 'endpoint="http://127.0.0.1:9"'), CSP],
    ['a key that no field can hold', ATTRIBUTES.replace('px_live_demo', 'key€')],
    ['a password in the endpoint', ATTRIBUTES.replace('endpoint="/"', 'endpoint="https://me:secret-word@shop.test"')],
  ] as const)
    test(name, async ({ shop, complaints, api }) => {
      const widget = await shop(`<pattern-generator ${attributes}></pattern-generator>`, csp ? { csp } : {});
      await widget.choose('cup', await picture());
      const error = await widget.root.evaluate((element: Element) =>
        element.generate().then(
          () => undefined,
          ({ code, maybeCounted }) => ({ code, maybeCounted }),
        ),
      );
      expect(error).toMatchObject({ code: 'misconfigured' });
      expect(error!.maybeCounted).toBeFalsy();
      expect(await api.paid()).toEqual([]);
      expect(complaints.join()).not.toContain('secret-word');
      // The owner was told, by the widget and by the browser; nothing else is wrong.
      complaints.length = 0;
    });
});

test('two widgets with two keys and one design do not get each other’s refusal', async ({ shop, api, complaints }) => {
  const bad = ATTRIBUTES.replace('px_live_demo', 'px_live_wrong');
  const widget = await shop(
    `<pattern-generator ${bad}></pattern-generator><pattern-generator ${ATTRIBUTES}></pattern-generator>`,
  );
  const bytes = [...(await picture())];
  const ends = await widget.page.evaluate(async (bytes) => {
    const elements = [...document.querySelectorAll('pattern-generator')];
    for (const element of elements) element.image = new Blob([new Uint8Array(bytes)]);
    return Promise.all(
      elements.map((element) =>
        element.generate().then(
          () => 'done',
          ({ code }) => code as string,
        ),
      ),
    );
  }, bytes);
  expect(ends).toEqual(['unauthorized', 'done']);
  expect(await api.uses()).toBe(1);
  complaints.length = 0;
});

for (const [name, body] of Object.entries({
  HTML: '<h1>Hello</h1>',
  'an object map': { niches: { mosaic: { width: 1 } } },
  'an empty list': { niches: [] },
  'plain words': { niches: ['mosaic', 'lego'] },
  'absurd unit sizes': { niches: [{ id: 'mosaic', name: 'M', default_unit: { width_cm: -1, height_cm: 1e9 } }] },
}))
  test(`a menu that cannot be read (${name}) leaves the built-in one`, async ({ shop, api }) => {
    await api.fail({ next: 9, status: 200, path: 'niches', body });
    const widget = await shop();
    await widget.choose('cup', await picture());
    await expect(widget.field('niche').locator('option')).not.toHaveCount(1);
    await widget.generate.click();
    await widget.expectState('done');
  });

test('half a JPEG is refused before a use is spent; two missing bytes are mended', async ({ shop, api }) => {
  const { default: sharp } = await import('sharp');
  const whole = await sharp(await picture(3, 400))
    .jpeg()
    .toBuffer();
  const widget = await shop();
  const choose = (buffer: Buffer) =>
    widget.root.locator('input[type=file]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await choose(whole.subarray(0, whole.length / 2));
  await widget.expectState('error');
  await choose(whole.subarray(0, whole.length - 2));
  await widget.expectState('ready');
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.uses()).toBe(1);
});

test('the same image set again changes nothing: not a press, not a result', async ({ shop, api }) => {
  const widget = await shop();
  const bytes = [...(await picture())];
  const states = await widget.root.evaluate(async (element: Element, bytes) => {
    const image = new Blob([new Uint8Array(bytes)]);
    element.image = image;
    const pressed = element.generate();
    element.image = image;
    await pressed;
    element.image = image;
    return [element.state, !!element.result];
  }, bytes);
  expect(states).toEqual(['done', true]);
  expect(await api.uses()).toBe(1);
});

test('what stands in the fields counts at the press, though no change was told', async ({ shop, api }) => {
  const widget = await shop(
    '<pattern-generator endpoint="/" api-key="px_live_demo" niche="mosaic" height-cm="20"></pattern-generator>',
  );
  await widget.choose('cup', await picture());
  const columns = await widget.root.evaluate(async (element: Element) => {
    element.shadowRoot!.querySelector<HTMLInputElement>('[name=widthCm]')!.value = '44';
    return (await element.generate()).columns;
  });
  expect(columns).toBe(44);
  expect(await api.uses()).toBe(1);
});

test('a redirect is not followed, and the owner is told', async ({ shop, api, complaints }) => {
  const widget = await shop();
  await widget.choose('cup', await picture());
  await api.fail({ next: 1, status: 307, path: 'generate', headers: { Location: '/elsewhere' } });
  const code = await widget.root.evaluate((element: Element) => element.generate().catch((error) => error.code));
  expect(code).toBe('misconfigured');
  expect((await api.log()).filter(({ path }) => path.includes('elsewhere'))).toEqual([]);
  complaints.length = 0;
});
