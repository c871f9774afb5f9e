import { FakeApi } from './support/fake-api.js';
import { done, inState, message, part, ready } from './support/widget.js';

let api: FakeApi;
beforeEach(() => (api = new FakeApi()));

describe('usage and low-usage', () => {
  const shows = async (attributes: Record<string, string>, left: number) => {
    api.used = 499 - left;
    const el = await done(api, attributes);
    return part(el, 'usage')?.textContent!.trim();
  };
  it('low: only when few are left', async () => {
    expect(await shows({}, 51)).toBeUndefined();
    api = new FakeApi();
    expect(await shows({}, 50)).toBe('50 left');
  });
  it('low-usage says how many are few', async () => expect(await shows({ 'low-usage': '60' }, 60)).toBe('60 left'));
  it('always', async () => expect(await shows({ usage: 'always' }, 400)).toBe('400 left'));
  it('never', async () => expect(await shows({ usage: 'never' }, 3)).toBeUndefined());
  it('unlimited needs no meter', async () => {
    api.limit = 'unlimited';
    const el = await done(api, { usage: 'always' });
    expect(el.quota.remaining).toBe('unlimited');
    expect(part(el, 'usage')).toBeUndefined();
  });
});

describe('contact-url', () => {
  it.each(['https://shop.test/help', '/help', 'mailto:a@shop.test', 'tel:+34123'])('%s is offered', async (url) => {
    api.used = 500;
    const el = await ready(api, { 'contact-url': url });
    await el.refreshQuota();
    await inState(el, 'exhausted');
    expect(part(el, 'contact-link').getAttribute('href')).toBe(url);
    expect(message(el)).toMatch(/works again/);
  });
  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x'])(
    '%j is refused',
    async (url) => {
      api.used = 500;
      const el = await ready(api, { 'contact-url': url });
      await el.refreshQuota();
      await inState(el, 'exhausted');
      expect(part(el, 'contact-link')).toBeUndefined();
    },
  );
});
