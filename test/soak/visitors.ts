import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import { watch } from '../support/held.js';
import { hands, type Hands, type Told } from './hands.js';

type Counts = Record<string, number>;

export interface Tab {
  page: Page;
  session: CDPSession;
  /** What was held whenever all was quiet since the page was loaded. */
  quiet: Counts[];
}

/** A visitor with tabs of her own; what her pages complain about is heard. */
export class Visitor {
  readonly tabs: Tab[] = [];
  constructor(
    readonly context: BrowserContext,
    readonly url: string,
    complain: (text: string) => void,
  ) {
    context.on('weberror', (error) => complain(String(error.error())));
    context.on('console', (message) => {
      // Failed requests are the weather; what is said to the owner about them, too.
      const expected = /Failed to load resource|<pattern-generator> (unauthorized|misconfigured)/;
      if (message.type() === 'error' && !expected.test(message.text())) complain('console: ' + message.text());
    });
  }

  static async comes(browser: Browser, url: string, complain: (text: string) => void): Promise<Visitor> {
    const context = await browser.newContext();
    // tsx wraps functions in this name of its own, also those that are sent to the page.
    await context.addInitScript('globalThis.__name = (fn) => fn');
    await context.addInitScript(watch);
    await context.addInitScript(hands);
    const visitor = new Visitor(context, url, complain);
    await visitor.openTab();
    return visitor;
  }

  async openTab(): Promise<void> {
    const page = await this.context.newPage();
    const session = await this.context.newCDPSession(page);
    this.tabs.push({ page, session, quiet: [] });
    await page.goto(`${this.url}/page?${new URLSearchParams({ body: '<p>Soak</p>' })}`);
    await page.evaluate(() => customElements.whenDefined('pattern-generator').then(() => {}));
  }
}

const inPage = async (tab: Tab, name: string, args: number[]): Promise<void> =>
  tab.page.evaluate(
    ([name, args]) => void Promise.resolve((globalThis as unknown as { soak: Hands }).soak.deeds[name]!(...args)),
    [name, args] as const,
  );

/** A page that is being left while it is spoken to is spoken to again when it has come. */
export const act = (tab: Tab, name: string, ...args: number[]): Promise<void> =>
  inPage(tab, name, args).catch(async (error: unknown) => {
    if (!/context was destroyed/.test(String(error))) throw error;
    await tab.page.waitForLoadState();
    return inPage(tab, name, args);
  });

export const told = (tab: Tab): Promise<Told> => tab.page.evaluate(() => (globalThis as unknown as { soak: Hands }).soak.tell());

/** What the page holds once everything that can be collected has been. */
export async function held({ page, session }: Tab): Promise<Counts> {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const byHand = await page.evaluate(() => (globalThis as unknown as { held(): Counts }).held());
  return { nodes, listeners: jsEventListeners, ...byHand, 'heap MB': usedSize / 1e6 };
}
