import { readdirSync } from 'node:fs';
import { picture } from '../e2e/shop.js';
import { expect, test } from './shop.js';

const only = process.env.APPS?.split(' ');
const APPS = readdirSync(new URL('apps', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (!only || only.includes(entry.name)))
  .map(({ name }) => name);

/** Where an object is given as an attribute as long as the element is not defined, and so lost until it changes. */
const LOSES_OBJECTS_WHEN_LATE = ['react-19', 'preact'];

for (const app of APPS) {
  const at = `/${app}/${app.endsWith('-server') ? '?server' : ''}`;
  test.describe(app, () => {
    test('attributes, numbers, flags, objects and slots arrive, and every update of them', async ({ open }) => {
      const shop = await open(at);
      await shop.holds({ endpoint: '/patterns', niche: 'mosaic', widthCm: 20, noPdf: false, disabled: false });
      await shop.holds({ parameters: { maxColors: 20 } });
      await expect(shop.root.getByText('Your cat in wool')).toBeVisible();
      await expect(shop.root.getByText('Make your own pattern')).toBeHidden();
      await shop.turn({ width: 30, colors: 5, noPdf: true, closed: true });
      await shop.holds({ widthCm: 30, parameters: { maxColors: 5 }, noPdf: true, disabled: true });
      await expect(shop.part('dropzone')).toHaveCount(1);
      await expect(shop.root.locator('input[type=file]')).toBeDisabled();
      await shop.turn({ noPdf: false, closed: false });
      await shop.holds({ widthCm: 30, parameters: { maxColors: 5 }, noPdf: false, disabled: false });
      await expect(shop.root.locator('input[type=file]')).toBeEnabled();
    });

    test('a File is the picture, a press makes its pattern, and the page hears of it once', async ({ open, api }) => {
      const shop = await open(at);
      await shop.expectState('empty');
      await shop.hand('cup.png', 1);
      await shop.expectState('ready');
      await shop.pictureIs('cup.png');
      await shop.hand('cat.png', 2);
      await shop.pictureIs('cat.png');
      await shop.turn({ colors: 5 });
      await shop.generate.click();
      await shop.expectState('done');
      await expect(shop.part('preview')).toBeVisible();
      const heard = await shop.heard();
      expect(heard).toHaveLength(1);
      expect(heard[0]).toMatchObject({ provider: 'pixcraft', niche: 'mosaic', columns: 20 });
      expect(heard[0]!.materials.length).toBeLessThanOrEqual(5);
      expect(await api.uses()).toBe(1);
      await expect(shop.part('pdf-button')).toBeVisible();
      await shop.turn({ noPdf: true });
      await expect(shop.part('pdf-button')).toHaveCount(0);
      await shop.turn({ noPdf: false });
      await expect(shop.part('pdf-button')).toBeVisible();
      await shop.expectState('done');
    });

    test('the page drawn anew before, during and after a press disturbs nothing', async ({ open, api }) => {
      const shop = await open(at);
      await shop.hand('cup.png');
      await shop.expectState('ready');
      await shop.turn({ visitors: 1 });
      await shop.turn({ visitors: 2 });
      const letGo = await shop.hold();
      await shop.generate.click();
      await shop.expectState('working');
      await shop.turn({ visitors: 3 });
      await shop.turn({ visitors: 4 });
      await shop.expectState('working');
      letGo();
      await shop.expectState('done');
      const result = await shop.root.evaluateHandle((element) => (element as any).result);
      await shop.turn({ visitors: 5 });
      await shop.turn({ visitors: 6 });
      expect(await shop.root.evaluate((element, before) => (element as any).result === before, result)).toBe(true);
      await expect(shop.part('preview')).toBeVisible();
      expect(await shop.page.evaluate(() => window.states)).toEqual(['ready', 'working', 'done']);
      expect(await shop.heard()).toHaveLength(1);
      expect(await api.paid()).toHaveLength(1);
    });

    test('what the visitor chose, instead of nothing or of the page’s, stays whatever else the page changes', async ({
      open,
      api,
    }) => {
      const shop = await open(at);
      await shop.choose('mine', await picture(3));
      await shop.expectState('ready');
      await shop.turn({ visitors: 1 });
      await shop.turn({ width: 25, colors: 7, visitors: 2 });
      await shop.holds({ widthCm: 25, parameters: { maxColors: 7 } });
      await shop.pictureIs('mine.png');
      await shop.hand('cup.png');
      await shop.pictureIs('cup.png');
      await shop.choose('other', await picture(4));
      await shop.turn({ width: 26, visitors: 3 });
      await shop.holds({ widthCm: 26 });
      await shop.pictureIs('other.png');
      await shop.write('widthCm', '18');
      await shop.turn({ visitors: 4 });
      await shop.turn({ noPdf: true, visitors: 5 });
      await expect(shop.field('widthCm')).toHaveValue('18');
      await shop.pictureIs('other.png');
      await shop.generate.click();
      await shop.expectState('done');
      expect((await shop.heard())[0]).toMatchObject({ columns: 18 });
      expect(await api.paid()).toHaveLength(1);
    });

    test('taken away during a press and put back: nothing is paid twice', async ({ open, api }) => {
      const shop = await open(at);
      await shop.hand('cup.png');
      await shop.expectState('ready');
      const letGo = await shop.hold();
      const sent = shop.page.waitForRequest(/generate$/);
      await shop.generate.click();
      await sent;
      await shop.expectState('working');
      await shop.turn({ shown: false });
      await expect(shop.root).toHaveCount(0);
      await shop.turn({ shown: true });
      await shop.expectState('ready');
      await shop.pictureIs('cup.png');
      await shop.generate.click();
      letGo();
      await shop.expectState('done');
      await expect(shop.part('preview')).toBeVisible();
      expect(await shop.heard()).toHaveLength(1);
      expect(await api.paid()).toHaveLength(1);
      await shop.holds({ widthCm: 20, noPdf: false, parameters: { maxColors: 20 } });
    });

    test('defined late, it finds what was said before', async ({ open, api }) => {
      const shop = await open(at, 'late');
      await shop.hand('cup.png');
      await shop.turn({ width: 30, visitors: 1 });
      await shop.page.evaluate(() => window.defineNow());
      await shop.holds({ endpoint: '/patterns', niche: 'mosaic', widthCm: 30, noPdf: false, disabled: false });
      await expect(shop.root.getByText('Your cat in wool')).toBeVisible();
      if (LOSES_OBJECTS_WHEN_LATE.includes(app)) {
        await shop.holds({ image: undefined, parameters: undefined });
        await shop.hand('cat.png', 2);
      }
      await shop.holds({ parameters: { maxColors: 20 } });
      await shop.expectState('ready');
      await shop.generate.click();
      await shop.expectState('done');
      expect(await shop.heard()).toHaveLength(1);
      expect(await api.paid()).toHaveLength(1);
    });
  });
}

/** What these frameworks render on a server, and how they take it over there. */
const RENDERED = ['react-19-server', 'preact', 'vue', 'svelte', 'solid', 'angular'].filter((app) => APPS.includes(app));

for (const app of RENDERED)
  test(`${app}: what a server rendered has attributes and slots; hydrated it has the rest, and follows every change`, async ({
    open,
    request,
    api,
  }) => {
    const html = await (await request.get(`/${app}/?server`)).text();
    const [, attributes, inside] = /<pattern-generator ([^>]*)>(.*)<\/pattern-generator>/s.exec(html)!;
    expect(attributes).toContain('endpoint="/patterns"');
    // What Angular's brackets bind is property from the first.
    if (app !== 'angular') expect(attributes).toContain('width-cm="20"');
    expect(attributes).not.toContain('image=');
    expect(inside).toMatch(/<span[^>]*slot="heading"[^>]*>.*Your cat in wool/s);
    const shop = await open(`/${app}/?server`);
    await expect(shop.page.locator('pattern-generator')).toHaveCount(1);
    await shop.holds({ widthCm: 20, parameters: { maxColors: 20 }, noPdf: false, disabled: false });
    await shop.hand('cup.png');
    await shop.pictureIs('cup.png');
    await shop.turn({ width: 22, colors: 5, visitors: 1 });
    await shop.holds({ widthCm: 22, parameters: { maxColors: 5 } });
    await shop.generate.click();
    await shop.expectState('done');
    expect(await shop.heard()).toHaveLength(1);
    expect((await shop.heard())[0]).toMatchObject({ columns: 22 });
    expect(await api.paid()).toHaveLength(1);
  });

if (APPS.includes('react-19-server'))
  test('react-19-server: hydration drops properties and listeners in JSX, as the guide says', async ({ open, complaints }) => {
    const shop = await open('/react-19-server/?server&properties');
    expect(complaints.splice(0)).toEqual([expect.stringContaining('hydration-mismatch')]);
    await shop.holds({ widthCm: 20, parameters: undefined });
    await shop.choose('mine', await picture());
    await shop.generate.click();
    await shop.expectState('done');
    expect(await shop.heard()).toEqual([]);
    await shop.turn({ colors: 5 });
    await shop.holds({ parameters: { maxColors: 5 } });
  });

if (APPS.includes('preact'))
  test('preact: hydration drops properties in JSX, as the guide says', async ({ open }) => {
    const shop = await open('/preact/?server&properties');
    await shop.holds({ widthCm: 20, parameters: undefined });
    await shop.turn({ colors: 5 });
    await shop.holds({ parameters: { maxColors: 5 } });
  });
