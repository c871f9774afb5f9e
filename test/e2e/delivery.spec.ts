import { readFileSync } from 'node:fs';
import { ATTRIBUTES, expect, picture, test, Widget } from './shop.js';

const integrity = JSON.parse(readFileSync(new URL('../../dist/integrity.json', import.meta.url), 'utf8'));
const second = Object.keys(integrity).filter((file) => !/generator\.(iife\.)?js$/.test(file));
const viewer = second.find((file) => file.includes('viewer'))!;

for (const scripts of ['module', 'classic', 'module classic', 'classic module', 'classic classic'])
  test(`works under a strict policy with Trusted Types, loaded as: ${scripts}`, async ({ shop }) => {
    const widget = await shop(undefined, { scripts });
    const violations: string[] = [];
    await widget.page.exposeFunction('report', (text: string) => violations.push(text));
    await widget.page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { report(text: string): void }).report(
          `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
        ),
      ),
    );
    await widget.choose('cup', await picture());
    await widget.generate.click();
    await widget.expectState('done');
    await expect(widget.root.locator('canvas').first()).toBeVisible();
    expect(violations).toEqual([]);
  });

test('a page that allows one policy name only is fine', async ({ shop, site }) => {
  void site;
  const csp =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types pattern-generator";
  const widget = await shop(undefined, { scripts: 'module classic', csp });
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
});

for (const [name, answer] of Object.entries({
  missing: { status: 404, body: 'gone' },
  'tampered with': {
    status: 200,
    contentType: 'text/javascript',
    body: 'export function mount() { document.title = "owned" }',
  },
}))
  test(`where the viewer is ${name}, the result is shown in a simple form`, async ({ shop, context, complaints }) => {
    await context.route(`**/${viewer}`, (route) => route.fulfill(answer));
    const widget = await shop();
    await widget.choose('cup', await picture());
    await widget.generate.click();
    await widget.expectState('done');
    await expect(widget.part('material').first()).toContainText('×');
    expect(await widget.part('step').count()).toBe(20);
    expect(await widget.page.title()).toBe('A shop');
    // The browser itself says that it blocked a file with the wrong hash.
    expect(complaints.splice(0).every((text) => text.includes('integrity'))).toBe(true);
  });

test('without the making file nothing is sent, and it can be tried again', async ({ shop, api, context }) => {
  await context.route('**/pattern-generator.making.js', (route) => route.abort());
  const widget = await shop();
  await widget.expectState('error');
  await context.unroute('**/pattern-generator.making.js');
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});

test('speaks the language of the page, from a file that is checked', async ({ shop, context, complaints }) => {
  const widget = await shop(undefined, { html: 'lang="es-AR"' });
  await expect(widget.part('heading')).toHaveText('Crea tu propio patrón');
  await widget.choose('cup', await picture());
  await widget.generate.click();
  await widget.expectState('done');
  await expect(widget.part('viewer')).toContainText('Materiales');

  const answer = { contentType: 'text/javascript', body: 'export const es = { heading: "owned" }' };
  await context.route('**/pattern-generator.es.js', (route) => route.fulfill(answer));
  const other = await shop(undefined, { html: 'lang="es"' });
  await expect(other.part('heading')).toHaveText('Make your own pattern');
  // The browser itself says that it blocked a file with the wrong hash; the widget says nothing more.
  expect(complaints.splice(0).every((text) => text.includes('integrity'))).toBe(true);
});

test('works without IndexedDB, channels and crypto.subtle', async ({ shop, api, context }) => {
  await context.addInitScript(() => {
    for (const name of ['indexedDB', 'BroadcastChannel'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    Object.defineProperty(crypto, 'subtle', { value: undefined });
  });
  const widget = await shop(
    `<pattern-generator ${ATTRIBUTES}></pattern-generator><pattern-generator ${ATTRIBUTES}></pattern-generator>`,
  );
  const other = new Widget(widget.page, 1);
  for (const each of [widget, other]) await each.choose('cup', await picture());
  for (const each of [widget, other]) await each.generate.click();
  for (const each of [widget, other]) await each.expectState('done');
  expect(await api.paid()).toHaveLength(1);
});
