import type { CDPSession, Page } from 'playwright';
import type { PatternGenerator } from '../../src/element/pattern-generator.js';
import { launch, serve, visit, type Line, WIDGET } from './page.setup.js';

interface Left {
  [what: string]: number;
}

/** Counts what has to be given back by hand; runs before any other script of the page. */
const watch = () => {
  const held: Record<string, Set<unknown>> = { timers: new Set(), 'object URLs': new Set(), channels: new Set() };
  const { setTimeout: later, setInterval: often, clearTimeout: clear } = window;
  window.setTimeout = ((run: () => void, ...rest: unknown[]) => {
    const id = later(() => (held.timers!.delete(id), run()), ...(rest as [number]));
    held.timers!.add(id);
    return id;
  }) as typeof later;
  window.setInterval = ((...args: Parameters<typeof often>) => {
    const id = often(...args);
    held.timers!.add(id);
    return id;
  }) as typeof often;
  window.clearTimeout = window.clearInterval = (id) => (held.timers!.delete(id), clear(id));
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    held['object URLs']!.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => (held['object URLs']!.delete(url), revokeObjectURL.call(URL, url));
  const Native = BroadcastChannel;
  window.BroadcastChannel = class extends Native {
    constructor(name: string) {
      super(name);
      held.channels!.add(this);
    }
    override close() {
      held.channels!.delete(this);
      super.close();
    }
  };
  (window as any).held = () => Object.fromEntries(Object.entries(held).map(([what, { size }]) => [what, size]));
};

async function left(page: Page, browser: CDPSession): Promise<Left> {
  await page.waitForTimeout(1500);
  for (let i = 0; i < 3; i++) await browser.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await browser.send('Memory.getDOMCounters');
  const { usedSize, backingStorageSize = 0 } = (await browser.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  const held = await page.evaluate(() => (window as any).held() as Left);
  return { nodes, listeners, ...held, 'heap kB': usedSize / 1000, 'buffers kB': backingStorageSize / 1000 };
}

const comeAndGo = (page: Page, count: number) =>
  page.evaluate(async (count) => {
    const model = document.querySelector('template')!.content.firstElementChild!;
    for (let i = 0; i < count; i++) {
      const widget = document.body.appendChild(model.cloneNode() as PatternGenerator);
      // By turns: gone in the same turn, after it was drawn, after it was painted.
      if (i % 3) await widget.updateComplete;
      if (i % 3 > 1) await new Promise(requestAnimationFrame);
      widget.remove();
    }
  }, count);

/** Presses Generate this often, for the same design or each time for another one that a faked API answers. */
const press = (page: Page, count: number, anew: boolean) =>
  page.evaluate(
    async ([count, anew]) => {
      const model = document.querySelector('template')!.content.firstElementChild!;
      const widget = model.cloneNode() as PatternGenerator;
      if (anew) widget.setAttribute('cache', 'off');
      document.body.append(widget);
      const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 60 });
      const context = canvas.getContext('2d')!;
      for (let i = 0; i < 60; i++) {
        context.fillStyle = `hsl(${i * 6} 80% 50%)`;
        context.fillRect(i, 0, 1, 60);
      }
      widget.image = await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!)));
      const { fetch } = window;
      let answer: string | undefined;
      window.fetch = async (url, options) => {
        if (!/generate$/.test(String(url))) return fetch(url, options);
        answer ??= await (await fetch(url, options)).text();
        return new Response(answer, { headers: { 'Content-Type': 'application/json' } });
      };
      for (let i = 0; i < count; i++) {
        if (anew) widget.parameters = { widthCm: 20 + i / 100 };
        await widget.generate();
        await widget.updateComplete;
      }
      window.fetch = fetch;
      widget.remove();
    },
    [count, anew] as const,
  );

/** What is left on the page after widgets have come and gone, and after many patterns. */
export async function leaks(): Promise<Line[]> {
  const site = await serve({});
  const browser = await launch();
  const lines: Line[] = [];
  try {
    for (const [what, work, warm, count] of [
      ['mounted and removed 100 times', comeAndGo, 30, 100],
      ['1,000 patterns from the cache', (page: Page, count: number) => press(page, count, false), 1000, 1000],
      ['1,000 patterns from a faked API', (page: Page, count: number) => press(page, count, true), 1000, 1000],
    ] as const) {
      const page = await visit(browser, site.url, '<p>shop</p>');
      await page.addInitScript(watch);
      await page.goto(`${site.url}/page?${new URLSearchParams({ body: `<template>${WIDGET}</template>` })}`);
      await page.evaluate(() => customElements.whenDefined('pattern-generator').then(() => {}));
      const session = await page.context().newCDPSession(page);
      await work(page, warm);
      const before = await left(page, session);
      await work(page, count);
      const after = await left(page, session);
      await page.context().close();
      const changes = Object.keys(after).map((name) => [name, after[name]! - before[name]!] as const);
      const more = changes.filter(([name, by]) => by > (name.endsWith('kB') ? 100 : 0));
      const sign = (by: number) => (by > 0 ? '+' : '') + by.toFixed(0);
      lines.push([
        what,
        'no growth',
        more.map(([name, by]) => `${sign(by)} ${name}`).join(', ') || 'no growth',
        changes.map(([name, by]) => `${name} ${before[name]!.toFixed(0)} ${sign(by)}`).join(', '),
      ]);
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  return lines;
}
