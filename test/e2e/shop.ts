import { basename } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { startSite } from './site.js';

export { expect };

export interface LogLine {
  at: string;
  method: string;
  path: string;
  status: number;
  key: string;
  counted: boolean;
}

/** The local API as the tests turn it. */
export class Api {
  constructor(readonly url: string) {}
  private async post(path: string, body: object): Promise<void> {
    const response = await fetch(`${this.url}/_control/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
  reset = () => this.post('reset', {});
  set = (what: object) => this.post('set', what);
  fail = (what: object) => this.post('fail', what);
  log = async (): Promise<LogLine[]> => (await fetch(`${this.url}/_control/log`)).json();
  /** The paid requests: what the shop owner's bill is made of. */
  paid = async () => (await this.log()).filter(({ path }) => /generate$|background/.test(path));
  uses = async () => (await this.log()).filter(({ counted }) => counted).length;
}

/** As a hand does it: what stood in the field is replaced. */
export async function write(field: Locator, value: string): Promise<void> {
  await field.press('ControlOrMeta+a');
  await (value ? field.pressSequentially(value) : field.press('Delete'));
}

/** The widget on the page, as a visitor handles it. */
export class Widget {
  readonly root: Locator;
  constructor(
    readonly page: Page,
    index = 0,
  ) {
    this.root = page.locator('pattern-generator').nth(index);
  }
  part = (name: string) => this.root.locator(`[part~="${name}"]`);
  get generate() {
    return this.part('generate-button');
  }
  choose = (name: string, picture: Buffer) =>
    this.root.locator('input[type=file]').setInputFiles({ name: name + '.png', mimeType: 'image/png', buffer: picture });
  field = (name: string) => this.root.locator(`[name="${name}"]`);
  /** Key by key: in Firefox Playwright's fill() adds to what a number field holds, and leaving it is no change then. */
  write = (name: string, value: string) => write(this.field(name), value);
  /** The name of the file that is saved. Firefox tells Playwright of no downloads, but shows a saved PDF in a tab: the second one of a name as `…-1.pdf`. */
  async save(): Promise<string> {
    const saved = this.page.waitForEvent('download').then((download) => download.suggestedFilename());
    const shown = this.page
      .context()
      .waitForEvent('page')
      .then(async (tab) => {
        await tab.waitForURL('file:**');
        const { pathname } = new URL(tab.url());
        await tab.close();
        return basename(pathname).replace(/-\d+(?=\.pdf$)/, '');
      });
    await this.part('pdf-button').click();
    return Promise.any([saved, shown]);
  }
  /** Looks twenty times a second; Playwright's own waiting soon looks only once. */
  expectState(state: string | RegExp, timeout?: number): Promise<void> {
    const shown = expect.poll(() => this.root.getAttribute('state'), { intervals: [50], timeout });
    return typeof state === 'string' ? shown.toBe(state) : shown.toMatch(state);
  }
}

/** A small picture of our own; every seed is another one. */
export const picture = (seed = 1, side = 120) =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: { r: (seed * 67) % 256, g: (seed * 131) % 256, b: (seed * 29) % 256 },
    },
  })
    .composite([
      {
        input: Buffer.from(
          `<svg width="${side}" height="${side}"><circle cx="${side / 2}" cy="${side / 2}" r="${side / 3}" fill="#${((seed * 7919) % 4096).toString(16).padStart(3, '0')}"/></svg>`,
        ),
      },
    ])
    .png()
    .toBuffer();

export const ATTRIBUTES = 'endpoint="/" api-key="px_live_demo" width-cm="20" height-cm="20" niche="mosaic"';

/**
 * What browsers log by themselves of what a test has done: a failed request (Firefox: as the hash of no bytes at all), a broken
 * picture, and in Firefox the sheet that Playwright puts into a page to take its picture.
 */
const BROWSERS_OWN =
  /Failed to load resource|computed hash is “OLBgp1GsljhM2TJ|^Image corrupt or truncated|sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/;

interface Fixtures {
  api: Api;
  /** Opens a shop page with this body (default: one widget); another call in the same test opens another tab. */
  shop(body?: string, options?: { scripts?: string; csp?: string; html?: string; page?: Page }): Promise<Widget>;
  /** What went wrong on any page of the test; checked to be empty at its end. */
  complaints: string[];
}

export const test = base.extend<Fixtures, { site: string }>({
  site: [
    async ({}, use) => {
      const { url, stop } = await startSite();
      await use(url);
      await stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site),
  api: async ({ site }, use) => {
    const api = new Api(site);
    await api.reset();
    await use(api);
  },
  complaints: async ({ context }, use) => {
    const complaints: string[] = [];
    const hear = (text: string) => BROWSERS_OWN.test(text) || complaints.push(text);
    // What Firefox says of a hash that does not match arrives as an error of the page.
    context.on('weberror', (error) => hear(String(error.error())));
    context.on('console', (message) => message.type() === 'error' && hear(message.text()));
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  shop: async ({ context, page, site, complaints, api }, use) => {
    void complaints;
    void api;
    let first: Page | undefined = page;
    await use(async (body = `<pattern-generator ${ATTRIBUTES}></pattern-generator>`, { page: given, ...options } = {}) => {
      const tab = given ?? first ?? (await context.newPage());
      first = undefined;
      await tab.goto(`${site}/page?${new URLSearchParams({ body, ...options })}`);
      return new Widget(tab);
    });
  },
});
