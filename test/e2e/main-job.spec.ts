import { ATTRIBUTES, expect, picture, test, Widget } from './shop.js';

test('from a picture to a pattern to a PDF, and again without a use @phone @engines', async ({ shop, api }) => {
  const widget = await shop();
  await widget.expectState('empty');
  await expect(widget.generate).toBeDisabled();
  await widget.choose('cup', await picture());
  await widget.expectState('ready');
  await widget.write('maxColors', '12');
  await widget.generate.click();
  await widget.expectState('done');
  await expect(widget.part('preview')).toBeVisible();
  expect(await widget.part('material').count()).toBeGreaterThan(1);
  expect(await widget.part('step').count()).toBe(20);

  expect(await widget.save()).toBe('pixcraft-mosaic-20x20.pdf');
  expect(await api.uses()).toBe(1);

  await widget.part('again-button').click();
  await widget.expectState('ready');
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(1);

  await widget.page.reload();
  const fresh = new Widget(widget.page);
  await fresh.choose('cup', await picture());
  await fresh.write('maxColors', '12');
  const fromCache = fresh.page.evaluate(
    () =>
      new Promise((done) =>
        document.addEventListener('pattern-result', (event) => done((event as Event & { fromCache: boolean }).fromCache)),
      ),
  );
  await fresh.generate.click();
  expect(await fromCache).toBe(true);
  expect(await api.paid()).toHaveLength(1);
});

test('the month is used up: a friendly message with the date, no more requests, also after reload @phone', async ({
  shop,
  api,
}) => {
  await api.set({ now: '2026-11-21T10:00:00Z' });
  const widget = await shop();
  await widget.page.clock.setFixedTime('2026-11-21T10:00:00Z');
  await widget.choose('kept', await picture(1));
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();
  await api.set({ usesLeft: 0 });
  await widget.choose('new', await picture(2));
  await widget.generate.click();
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText('December 1, 2026');
  await expect(widget.generate).toBeDisabled();
  const before = (await api.paid()).length;

  await widget.page.reload();
  await widget.expectState('exhausted');
  await expect(widget.part('message')).toContainText('December 1, 2026');
  await widget.choose('new', await picture(2));
  await expect(widget.generate).toBeDisabled();
  const code = await widget.root.evaluate((element: HTMLElementTagNameMap['pattern-generator']) =>
    element.generate().catch((error) => error.code),
  );
  expect(code).toBe('quota-exhausted');

  // What is kept can still be seen, and its PDF still be had.
  await widget.choose('kept', await picture(1));
  await widget.generate.click();
  await widget.expectState('done');
  const pdf = widget.root.evaluate(
    (element: HTMLElementTagNameMap['pattern-generator']) =>
      new Promise<number>((resolve) =>
        element.addEventListener('pattern-pdf', (event) => {
          event.preventDefault();
          resolve(event.blob.size);
        }),
      ),
  );
  await widget.part('pdf-button').click();
  expect(await pdf).toBeGreaterThan(1000);
  expect(await api.paid()).toHaveLength(before);
});

test('a minute limit is sat out with a countdown and goes on by itself', async ({ shop, api }) => {
  const widget = await shop();
  await widget.choose('cup', await picture());
  await api.fail({ next: 1, status: 429, headers: { 'Retry-After': '3' }, path: 'generate' });
  await widget.generate.click();
  await widget.expectState('waiting');
  await expect(widget.part('countdown')).toHaveText(/0:0\d/);
  await widget.expectState('done', 30_000);
  expect(await api.uses()).toBe(1);
});

test('waiting can be cancelled', async ({ shop, api }) => {
  const widget = await shop();
  await widget.choose('cup', await picture());
  await api.fail({ next: 1, status: 429, headers: { 'Retry-After': '60' }, path: 'generate' });
  await widget.generate.click();
  await widget.expectState('waiting');
  await widget.part('cancel-button').click();
  await widget.expectState('ready');
  expect(await api.paid()).toHaveLength(1);
});

test('a wait longer than max-wait is handed to the visitor', async ({ shop, api }) => {
  const widget = await shop('<pattern-generator endpoint="/" api-key="px_live_demo" max-wait="5"></pattern-generator>');
  await widget.choose('cup', await picture());
  await api.fail({ next: 1, status: 429, headers: { 'Retry-After': '60' }, path: 'generate' });
  await widget.generate.click();
  await widget.expectState('error');
  await expect(widget.generate).toBeEnabled();
});

for (const [name, fault] of Object.entries({
  '500 that passes': { status: 500, body: { error: true, code: 'PROCESSING_ERROR', message: 'x', docs: 'x' } },
  '503': { status: 503 },
  'a 429 without headers': { status: 429, cors: false },
}))
  test(`${name} is tried again by itself`, async ({ shop, api }) => {
    const widget = await shop();
    await widget.choose('cup', await picture());
    await api.fail({ next: 1, path: 'generate', ...fault });
    await widget.generate.click();
    await widget.expectState('done');
    expect(await api.uses()).toBe(1);
  });

test('a lost connection is waited out before it is sent again: nothing else proves that it is not being made', async ({
  shop,
  api,
}) => {
  test.slow();
  const widget = await shop(`<pattern-generator ${ATTRIBUTES} timeout="1"></pattern-generator>`);
  await widget.choose('cup', await picture());
  // Not by the API's own cut: Chromium silently sends a request again that died on a kept-alive connection.
  await widget.page.route('**/generate', (route) => route.abort(), { times: 1 });
  const pressed = Date.now();
  await widget.generate.click();
  await widget.expectState('working');
  // A second of its own, and half a minute that a request may still be under way somewhere.
  await expect(widget.root).toHaveAttribute('state', 'done', { timeout: 60_000 });
  expect(Date.now() - pressed).toBeGreaterThan(31_000);
  expect(await api.uses()).toBe(1);
});

test('a lost answer that was counted is not paid again by itself', async ({ shop, api, page }) => {
  // Not by the API's own cut: Chromium silently sends a request again that died on a kept-alive connection.
  await page.addInitScript(() => {
    const whole = fetch;
    window.fetch = async (...args) => {
      const answer = await whole(...args);
      if (answer.url.endsWith('/generate')) throw new TypeError('the connection was reset');
      return answer;
    };
  });
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('error');
  await expect(widget.part('message')).toContainText('may have been counted');
  expect(await api.uses()).toBe(1);
});

test('a server that keeps failing is asked three times', async ({ shop, api }) => {
  const widget = await shop();
  await widget.choose('cup', await picture());
  await api.fail({ next: 9, status: 502, path: 'generate' });
  await widget.generate.click();
  await widget.expectState('error');
  expect(await api.paid()).toHaveLength(3);
});

test('a request that takes too long is given up, and not sent again blindly', async ({ shop, api }) => {
  await api.set({ latencyMs: 2500 });
  const widget = await shop(`<pattern-generator ${ATTRIBUTES} timeout="1"></pattern-generator>`);
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('error');
  await expect(widget.part('message')).toContainText('may have been counted');
  expect(await api.paid()).toHaveLength(1);
});

test('a PDF that fails is told, and the pattern stays', async ({ shop, api }) => {
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await api.fail({ next: 9, status: 500, path: 'pdf' });
  await widget.part('pdf-button').click();
  await expect(widget.part('message')).toContainText('went wrong');
  await widget.expectState('done');
  await api.reset();
  await widget.save();
  await expect(widget.part('message')).toHaveText('Your pattern is ready.');
});

test('offline: nothing is sent, and it works again when connected', async ({ shop, api, context }) => {
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.expectState('ready');
  await context.setOffline(true);
  await widget.generate.click();
  await widget.expectState('error');
  await expect(widget.part('message')).toContainText('offline');
  await context.setOffline(false);
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});

test('a refused parameter is named, and nothing is sent for what is known to be wrong', async ({ shop, api }) => {
  // The studio's field takes no size that is not allowed.
  const widget = await shop(`<pattern-generator ${ATTRIBUTES} studio="none"></pattern-generator>`);
  await widget.choose('cup', await picture());
  await widget.write('widthCm', '5');
  await widget.generate.click();
  await widget.expectState('error');
  await expect(widget.part('message')).toContainText('Width (cm)');
  await expect(widget.field('widthCm')).toHaveAttribute('aria-invalid', 'true');
  expect(await api.paid()).toHaveLength(0);

  await widget.write('widthCm', '20');
  await widget.field('widthCm').blur();
  await widget.expectState('ready');
  await api.fail({
    next: 1,
    status: 400,
    path: 'generate',
    body: { error: true, code: 'INVALID_DIMENSIONS', message: 'height_cm must be 10 to 1000' },
  });
  await widget.generate.click();
  await expect(widget.part('message')).toContainText('Height (cm)');
});

test.describe('a wrong key', () => {
  test('is told to the owner, not to the visitor', async ({ shop, complaints }) => {
    const widget = await shop('<pattern-generator endpoint="/" api-key="px_live_wrong_secret"></pattern-generator>');
    await widget.choose('cup', await picture());
    await widget.generate.click();
    await widget.expectState('error');
    await expect(widget.part('message')).toHaveText(/not available/);
    expect(complaints.splice(0).join()).toMatch(/unauthorized/);
    expect(await widget.page.content()).not.toContain('INVALID_API_KEY');
  });
});
