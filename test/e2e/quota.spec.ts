import { ATTRIBUTES, expect, picture, test, Widget } from './shop.js';

const TWO = `<pattern-generator ${ATTRIBUTES}></pattern-generator><pattern-generator ${ATTRIBUTES}></pattern-generator>`;
const PICSART =
  '<pattern-generator provider="picsart" endpoint="/tools/1.0" api-key="picsart_demo" width="300" height="200"></pattern-generator>';

test('5 tabs x 2 widgets x double click x reload make one use', async ({ shop, api, context }) => {
  test.slow();
  await api.set({ latencyMs: 1500 });
  const cup = await picture();
  const tabs: Widget[] = [];
  for (let i = 0; i < 5; i++) tabs.push(await shop(TWO));
  const widgets = tabs.flatMap(({ page }) => [new Widget(page, 0), new Widget(page, 1)]);
  for (const widget of widgets) {
    await widget.choose('cup', cup);
    await widget.expectState('ready');
  }
  // Double clicks in the page itself: the tabs in the background do not get real ones.
  await Promise.all(
    widgets.map(({ generate }) => generate.evaluate((button: HTMLElement) => void [button.click(), button.click()])),
  );
  for (const { root } of widgets) await expect(root).toHaveAttribute('state', 'done', { timeout: 40_000 });
  expect(await api.paid()).toHaveLength(1);

  await tabs[0]!.page.reload();
  const again = new Widget(tabs[0]!.page);
  await again.choose('cup', cup);
  await again.generate.click();
  await again.expectState('done');
  expect(await api.paid()).toHaveLength(1);
  await context.close();
});

test('after a 429 for 30 days: no further request from ten clicks, three tabs and a reload', async ({ shop, api }) => {
  await api.fail({ next: 99, status: 429, headers: { 'Retry-After': '2592000' }, path: 'generate' });
  const first = await shop();
  await first.choose('cup', await picture());
  await first.generate.click();
  await first.expectState('exhausted');
  for (let tab = 0; tab < 3; tab++) {
    const widget = tab ? await shop() : first;
    if (!tab) await widget.page.reload();
    await widget.expectState('exhausted');
    await widget.choose('other', await picture(tab + 2));
    await expect(widget.generate).toBeDisabled();
    for (let click = 0; click < 10; click++) await widget.generate.click({ force: true, timeout: 1000 }).catch(() => {});
    const codes = await widget.root.evaluate(async (element: HTMLElementTagNameMap['pattern-generator']) => {
      const codes = new Set();
      for (let i = 0; i < 10; i++) await element.generate().catch((error) => codes.add(error.code));
      return [...codes];
    });
    expect(codes).toEqual(['rate-limited']);
  }
  expect(await api.paid()).toHaveLength(1);
});

test('after a 402: ten clicks in three tabs make no further request', async ({ shop, api }) => {
  await api.fail({ next: 99, status: 402, body: { message: 'Payment Required' }, path: 'pattern' });
  for (let tab = 0; tab < 3; tab++) {
    const widget = await shop(PICSART);
    await widget.choose('cup', await picture(tab));
    if (!tab) await widget.generate.click();
    await widget.expectState('exhausted');
    for (let click = 0; click < 10; click++)
      await widget.root.evaluate((element: HTMLElementTagNameMap['pattern-generator']) => element.generate().catch(() => {}));
    await expect(widget.generate).toBeDisabled();
  }
  expect(await api.paid()).toHaveLength(1);
});

test('the last use is known to be the last: no 429 is needed', async ({ shop, api }) => {
  await api.set({ usesLeft: 1 });
  const widget = await shop();
  const other = await shop();
  await other.choose('other', await picture(2));
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await other.expectState('exhausted');
  await widget.part('again-button').click();
  await widget.expectState('exhausted');
  // This very design is kept, so it can be shown again.
  await expect(widget.generate).toBeEnabled();
  expect(await api.paid()).toHaveLength(1);
});

test('a tab killed in the middle is overtaken, and nothing is paid twice without asking', async ({ shop, api }) => {
  test.slow();
  await api.set({ latencyMs: 3000 });
  const doomed = await shop();
  const heir = await shop();
  for (const widget of [doomed, heir]) await widget.choose('cup', await picture());
  await doomed.generate.click();
  // The API has it, and answers only after three seconds.
  await expect.poll(async () => (await api.paid()).length).toBe(1);
  await doomed.page.close();
  await heir.generate.click();
  await heir.expectState('working');
  await expect(heir.root).toHaveAttribute('state', /done|error/, { timeout: 30_000 });
  // The API did count it: the heir must not pay again by itself.
  expect(await api.uses()).toBe(1);
  await expect(heir.part('message')).toContainText('may have been counted');
});

test('a frozen tab is overtaken, and its late answer is kept @chromium', async ({ shop, api, context }) => {
  test.slow();
  await api.set({ latencyMs: 2000 });
  const frozen = await shop();
  const other = await shop();
  for (const widget of [frozen, other]) await widget.choose('cup', await picture());
  const session = await context.newCDPSession(frozen.page);
  await frozen.generate.click();
  await expect.poll(async () => (await api.paid()).length).toBe(1);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await other.generate.click();
  await expect(other.root).toHaveAttribute('state', /done|error/, { timeout: 30_000 });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await frozen.expectState('done');
  if ((await other.root.getAttribute('state')) === 'error') {
    await other.generate.click();
    await other.expectState('done');
  }
  expect(await api.uses()).toBe(1);
});

test("the month's end passes while the laptop sleeps", async ({ shop, api, page }) => {
  await page.clock.install({ time: '2026-11-30T22:00:00Z' });
  await api.set({ now: '2026-11-30T22:00:00Z', usesLeft: 0 });
  const widget = await shop(undefined, { page });
  // Told as soon as a picture is chosen: nobody tunes a design for a month that is over.
  await widget.choose('cup', await picture());
  await widget.expectState('exhausted');
  await api.set({ now: '2026-12-01T00:00:05Z' });
  await page.clock.fastForward('02:00:10');
  await widget.expectState('ready');
  await widget.generate.click();
  await widget.expectState('done');
  expect((await api.paid()).map(({ status }) => status)).toEqual([200]);
});
