import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as forward, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { start, type Machine } from '../proxy/machine.js';
import { roundRobin } from '../proxy/round-robin.js';
import { startRedis, type Redis } from '../support/redis.mjs';
import { Api, expect, picture, test as base, Widget } from './shop.js';
import { startSite } from './site.js';

// The proxy as a shop runs it: the command, as a process or three of them, behind the address of the page itself.

const ATTRIBUTES = 'endpoint="/patterns" niche="mosaic" width-cm="20" height-cm="20"';
const BODY = `<pattern-generator ${ATTRIBUTES}></pattern-generator>`;

/** The way from the proxies to the vendor: what he has made and counted can be held up on its way back. */
interface Way {
  url: string;
  /** From now on no pattern comes back before it is let go. */
  hold(): { letGo(): void };
}

interface Proxied {
  way: Way;
  /** Starts so many proxies and puts them behind the page's address; with Redis where there are more than one. */
  proxies(count: number, environment?: Record<string, string>): Promise<Machine[]>;
  /** Which machine the last paid request of a page went to. */
  asked: { last?: Machine };
  redis: { running: Redis };
}
let pass: RequestListener | undefined;

const test = base.extend<Proxied, { site: string }>({
  site: [
    async ({}, use) => {
      const { url, stop } = await startSite((request, response) => {
        const ours = /^\/patterns\//.test(request.url!) && !!pass;
        if (ours) pass!(request, response);
        return ours;
      });
      await use(url);
      await stop();
    },
    { scope: 'worker' },
  ],
  way: async ({ site }, use) => {
    let open = Promise.resolve();
    const server = createServer((request, answer) => {
      const { hostname: host, port } = new URL(site);
      const { url: path, method, headers } = request;
      const passed = forward({ host, port, path, method, headers }, (from) => {
        void (path!.endsWith('/generate') ? open : Promise.resolve()).then(() => {
          answer.writeHead(from.statusCode!, from.headers);
          from.pipe(answer);
        });
      });
      passed.on('error', () => answer.destroy());
      request.pipe(passed);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const hold = () => {
      let letGo!: () => void;
      open = new Promise((resolve) => (letGo = resolve));
      return { letGo };
    };
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hold });
    server.closeAllConnections();
    server.close();
  },
  asked: async ({}, use) => use({}),
  redis: async ({}, use) => {
    const redis = { running: await startRedis() };
    await use(redis);
    await redis.running.stop();
  },
  proxies: async ({ site, asked, way }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'pattern-proxies-'));
    const running: ReturnType<typeof start>[] = [];
    await use(async (count, environment = {}) => {
      const all = Array.from({ length: count }, () =>
        start({
          API_KEY: 'px_live_demo',
          UPSTREAM: way.url,
          STORE: `file:${join(folder, 'proxy.sqlite')}`,
          TRUST_PROXY: '1',
          ORIGINS: site,
          ...environment,
        }),
      );
      running.push(...all);
      const machines = await Promise.all(all.map(({ ready }) => ready));
      pass = roundRobin(machines, (machine, path) => path.endsWith('/generate') && (asked.last = machine));
      return machines;
    });
    pass = undefined;
    for (const each of running) await each.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  },
});

/** Another visitor: another browser profile, with nothing of the first one's. */
async function visitor(browser: Browser, site: string): Promise<Widget> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site}/page?${new URLSearchParams({ body: BODY })}`);
  return new Widget(page);
}

/** It has been made and counted; its answer is on the way. */
const underWay = (api: Api) => expect.poll(() => api.uses(), { timeout: 20_000 }).toBe(1);
const told = (widget: Widget) => expect(widget.part('message')).toContainText('may have been counted');

test('reloaded in mid-flight and pressed again: paid once, and shown', async ({ shop, api, proxies, way }) => {
  await proxies(1);
  const widget = await shop(BODY);
  await widget.choose('cup', await picture());
  const { letGo } = way.hold();
  await widget.generate.click();
  await underWay(api);
  await widget.page.reload();
  await widget.choose('cup', await picture());
  const sent = widget.page.waitForRequest(/generate$/);
  await widget.generate.click();
  await sent;
  await widget.expectState('working');
  letGo();
  await widget.expectState('done');
  await expect(widget.part('material').first()).toBeVisible();
  expect([await api.uses(), (await api.paid()).length]).toEqual([1, 1]);
});

test('closed in mid-flight, opened again a while later: the pattern is there, and nothing more is paid', async ({
  shop,
  api,
  proxies,
  way,
}) => {
  await proxies(1);
  const widget = await shop(BODY);
  await widget.choose('cup', await picture());
  const { letGo } = way.hold();
  await widget.generate.click();
  await underWay(api);
  await widget.page.close();
  letGo();
  const again = await shop(BODY);
  await again.choose('cup', await picture());
  const answer = again.page.waitForResponse(/generate$/);
  await again.generate.click();
  await again.expectState('done');
  expect((await answer).headers()['pattern-cache']).toMatch(/hit|joined/);
  expect([await api.uses(), (await api.paid()).length]).toEqual([1, 1]);
});

test('two visitors with one picture: paid once, shown to both, and to a third one later', async ({
  shop,
  api,
  proxies,
  way,
  browser,
  site,
}) => {
  await proxies(1);
  const first = await shop(BODY);
  const second = await visitor(browser, site);
  for (const widget of [first, second]) await widget.choose('cup', await picture());
  const { letGo } = way.hold();
  const cache = async (widget: Widget) =>
    (await widget.page.waitForResponse(/generate$/, { timeout: 60_000 })).headers()['pattern-cache'];
  const [paying, joining] = [cache(first), cache(second)];
  await first.generate.click();
  await underWay(api);
  const sent = second.page.waitForRequest(/generate$/);
  await second.generate.click();
  await sent;
  letGo();
  for (const widget of [first, second]) await widget.expectState('done');
  expect(await paying).toBe('miss');
  // On a slow machine it arrives when the pattern is there already.
  expect(await joining).toMatch(/joined|hit/);
  const third = await visitor(browser, site);
  await third.choose('cup', await picture());
  const free = cache(third);
  await third.generate.click();
  await third.expectState('done');
  expect(await free).toBe('hit');
  expect([await api.uses(), (await api.paid()).length]).toEqual([1, 1]);
});

test('three proxies, and the one that made it is killed in mid-flight: never paid twice by itself, and the visitor decides', async ({
  shop,
  api,
  proxies,
  way,
  redis,
  asked,
  browser,
  site,
}) => {
  test.slow();
  await proxies(3, { STORE: redis.running.url });
  const first = await shop(BODY);
  const second = await visitor(browser, site);
  for (const widget of [first, second]) await widget.choose('cup', await picture());
  const { letGo } = way.hold();
  await first.generate.click();
  await underWay(api);
  const holder = asked.last!;
  await second.generate.click();
  await expect.poll(() => asked.last === holder).toBe(false);
  await holder.kill('SIGKILL');
  letGo();
  // The answer went to a machine that is no more; that it was counted, the free counter shows.
  for (const widget of [first, second]) {
    await expect(widget.root).toHaveAttribute('state', 'error', { timeout: 60_000 });
    await told(widget);
  }
  expect([await api.uses(), (await api.paid()).length]).toEqual([1, 1]);
  // Told so, she wants it all the same; and the other one gets that for nothing.
  await first.generate.click();
  await first.expectState('done');
  await second.generate.click();
  await second.expectState('done');
  expect(await api.uses()).toBe(2);
});

test('Redis stops: nothing is sent, and the widget waits; it is started again: the widget goes on by itself', async ({
  shop,
  api,
  proxies,
  redis,
}) => {
  test.slow();
  await proxies(3, { STORE: redis.running.url });
  const widget = await shop(BODY);
  await widget.choose('cup', await picture(1));
  await widget.generate.click();
  await widget.expectState('done');
  await redis.running.kill();
  await widget.part('again-button').click();
  await widget.choose('cap', await picture(2));
  await widget.generate.click();
  await widget.expectState('waiting');
  await expect(widget.part('countdown')).toBeVisible();
  expect((await api.paid()).length).toBe(1);
  redis.running = await startRedis(redis.running.port);
  await expect(widget.root).toHaveAttribute('state', 'done', { timeout: 40_000 });
  expect([await api.uses(), (await api.paid()).length]).toEqual([2, 2]);
});

test('a visitor’s day is over: said with its time, known after a reload, and nothing is sent', async ({ shop, api, proxies }) => {
  await proxies(1, { VISITOR_DAY: '1' });
  // Firefox calls it a failure when a page is left that still loads a file of the studio's.
  const widget = await shop(BODY.replace('></', ' studio="none"></'));
  await widget.choose('cup', await picture(1));
  await widget.generate.click();
  await widget.expectState('done');
  await widget.part('again-button').click();
  for (const seed of [2, 3]) {
    await widget.choose('cap', await picture(seed));
    if (seed === 2) await widget.generate.click();
    await widget.expectState('exhausted');
    await expect(widget.part('message')).toContainText('Your patterns for today are used up.');
    await expect(widget.part('message-date')).toHaveText(/\d/);
    await widget.page.reload();
  }
  expect([await api.uses(), (await api.paid()).length]).toEqual([1, 1]);
});
