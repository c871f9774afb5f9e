import type { Page } from '@playwright/test';
import { expect, picture, test as base, Widget } from '../e2e/shop.js';
import type { Shop } from './apps/shop.js';
import { startSite } from './site.js';

export { expect };

/** Playwright looks again after 100, 250, 500 and then every 1,000 ms, which is most of the time that these journeys take. */
const OFTEN = { intervals: [30] };

/** The shop of one framework, with its widget. */
export class App extends Widget {
  override expectState = (state: string | RegExp) =>
    expect.poll(() => this.root.getAttribute('state'), OFTEN).toMatch(new RegExp(state));
  /** Changes what the framework's own state holds, and waits until it has drawn that. */
  async turn(change: Partial<Shop>): Promise<void> {
    await this.page.evaluate((change) => window.turn(change), change);
    if (change.visitors) await expect(this.page.getByText(`Visitors: ${change.visitors}`)).toBeVisible();
  }
  /** The same with a File. */
  async hand(name: string, seed = 1): Promise<void> {
    const bytes = (await picture(seed)).toString('base64');
    await this.page.evaluate(
      ([name, bytes]) => {
        const file = new File([Uint8Array.from(atob(bytes!), (char) => char.charCodeAt(0))], name!, { type: 'image/png' });
        window.turn({ file });
      },
      [name, bytes],
    );
  }
  /** What the element's properties hold. */
  holds(expected: Record<string, unknown>): Promise<void> {
    const read = (element: any, names: string[]) => Object.fromEntries(names.map((name) => [name, element[name]]));
    return expect.poll(() => this.root.evaluate(read, Object.keys(expected)), OFTEN).toEqual(expected);
  }
  pictureIs = (name: string | undefined) =>
    expect.poll(() => this.root.evaluate((element) => (element as HTMLElement & { image?: File }).image?.name), OFTEN).toBe(name);
  /** Paid requests are held back until the page lets them go. */
  async hold(): Promise<() => void> {
    let letGo!: () => void;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    await this.page.route(/\/generate$/, (route) => gate.then(() => route.continue()));
    return letGo;
  }
  heard = () => this.page.evaluate(() => window.heard ?? []);
}

interface Fixtures {
  /** Opens a framework's shop at its `address`; `late`: the element is not defined before `defineNow()`. */
  open(address: string, late?: 'late'): Promise<App>;
}

declare global {
  interface Window {
    defineNow(): void;
    states: string[];
  }
}

/** The page's own registry, with patience. */
function putOff(): void {
  const define = customElements.define.bind(customElements);
  customElements.define = (...args) => void (window.defineNow = () => define(...args));
}
function listen(): void {
  window.states = [];
  document.addEventListener('pattern-state', (event) => window.states.push(event.state));
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
  open: async ({ page, api, complaints }, use) => {
    void api;
    void complaints;
    await use(async (address, late) => {
      await page.addInitScript(listen);
      if (late) await page.addInitScript(putOff);
      await page.goto(address);
      await page.waitForFunction(() => 'turn' in window && (customElements.get('pattern-generator') || window.defineNow));
      return new App(page as Page);
    });
  },
});
