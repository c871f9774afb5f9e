import { ATTRIBUTES, expect, picture, test, type Widget } from './shop.js';

// What is said on bad days is true: what is over, for how long, and what is left.
test.use({ timezoneId: 'UTC', locale: 'en-US' });

type Element = HTMLElementTagNameMap['pattern-generator'];
const NOW = '2026-11-25T10:00:30Z'; // a Wednesday, in the middle of a minute
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const quotaOf = (widget: Widget) => widget.root.evaluate((element: Element) => element.quota);
const codeOf = (widget: Widget) => widget.root.evaluate((element: Element) => element.error?.code);

for (const [name, status, seconds, when] of [
  ['a window of an hour', 429, 4200, '11:10 AM'],
  ['a 503 that names an hour', 503, 4200, '11:10 AM'],
  ['two days', 429, 2 * 86_400, 'Friday'],
  ['three weeks', 429, 20 * 86_400, 'December 15'],
] as const)
  test(`${name} is told by its own time, is no used-up month, and ends by itself`, async ({ shop, api, page }) => {
    await page.clock.install({ time: NOW });
    await api.set({ now: NOW });
    await api.fail({ next: 1, status, headers: { 'Retry-After': String(seconds) }, path: 'generate' });
    const widget = await shop(undefined, { page });
    await widget.choose('cup', await picture());
    await widget.generate.click();
    await widget.expectState('exhausted');
    expect(await codeOf(widget)).toBe('rate-limited');
    await expect(widget.part('message')).toContainText(when);
    await expect(widget.part('message')).not.toContainText('month');
    await expect(widget.generate).toBeDisabled();
    expect((await quotaOf(widget)).remaining).not.toBe(0);

    await api.set({ now: later(seconds + 5) });
    await page.clock.fastForward(seconds * 1000 + 5000);
    await widget.expectState('ready');
    await widget.generate.click();
    await widget.expectState('done');
    expect(await api.uses()).toBe(1);
  });

test('a long wait can be ended by the free counter, asked on purpose', async ({ shop, api }) => {
  await api.fail({ next: 1, status: 429, headers: { 'Retry-After': '4000' }, path: 'generate' });
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('exhausted');
  await widget.root.evaluate((element: Element) => element.refreshQuota());
  await widget.expectState('ready');
});

for (const [name, header] of Object.entries({
  nothing: '0',
  'a time that is over': 'Wed, 01 Jan 2025 00:00:00 GMT',
  'a time that nobody lives to see': '9999999999',
}))
  test(`a Retry-After of ${name} is no time at all: it is tried again after a pause`, async ({ shop, api }) => {
    await api.fail({ next: 1, status: 429, headers: { 'Retry-After': header }, path: 'generate' });
    const widget = await shop();
    await widget.choose('cup', await picture());
    await widget.generate.click();
    await widget.expectState('done');
    expect((await api.paid()).map(({ status }) => status)).toEqual([429, 200]);
  });

test('one good answer with a reset in the year 2286 does not close the shop', async ({ shop, api }) => {
  await api.fail({
    next: 1,
    status: 200,
    body: { api_key: 'px_...abc123', calls_used: 500, calls_limit: 500, calls_remaining: 0, reset_date: '2286-11-20' },
    path: 'usage',
  });
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.expectState('exhausted');
  await expect(widget.part('message')).not.toContainText('2286');
  await widget.root.evaluate((element: Element) => element.refreshQuota());
  await widget.expectState('ready');
});

test('after a month’s 429 nobody reads that some are left', async ({ shop, api }) => {
  await api.set({ usesLeft: 12 });
  const widget = await shop(`<pattern-generator ${ATTRIBUTES} usage="always"></pattern-generator>`);
  await widget.choose('cup', await picture());
  await expect(widget.part('usage')).toContainText('12');
  const heard = await widget.root.evaluateHandle((element: Element) => {
    const heard: unknown[] = [];
    element.addEventListener('pattern-quota', ({ quota }) => heard.push(quota.remaining));
    return heard;
  });
  const body = { error: true, code: 'RATE_LIMIT_EXCEEDED', message: 'x', docs: 'x' };
  await api.fail({ next: 1, status: 429, body, path: 'generate' });
  await widget.generate.click();
  await widget.expectState('exhausted');
  expect(await quotaOf(widget)).toMatchObject({ exhausted: true, remaining: 0 });
  await expect(widget.part('usage')).not.toContainText('12');
  expect((await heard.jsonValue()).at(-1)).toBe(0);
});

test('a fresh visitor in a used-up month is told when the picture is chosen; three tabs ask once', async ({ shop, api }) => {
  await api.set({ usesLeft: 0 });
  for (let tab = 0; tab < 3; tab++) {
    const widget = await shop();
    await widget.choose('cup', await picture(tab));
    await widget.expectState('exhausted');
    await expect(widget.generate).toBeDisabled();
  }
  expect((await api.log()).filter(({ path }) => path.endsWith('/usage'))).toHaveLength(1);
  expect(await api.paid()).toEqual([]);
});

test('a press that starts says nothing of what went wrong before', async ({ shop, api }) => {
  await api.fail({
    next: 1,
    status: 400,
    body: { error: true, code: 'INVALID_IMAGE', message: 'x', docs: 'x' },
    path: 'generate',
  });
  const widget = await shop();
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('error');
  const wrong = await widget.part('message').innerText();
  await api.set({ latencyMs: 1500 });
  await widget.choose('other', await picture(2));
  await widget.generate.click();
  await widget.expectState('working');
  await expect(widget.part('message')).not.toContainText(wrong);
  expect(await widget.root.evaluate((element: Element) => element.error)).toBeUndefined();
  await widget.expectState('done');
});
