import type { Browser, Page } from 'playwright';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { src_func?: string; data?: { startTime?: number } };
}

/** One task of the page's main thread. Times in milliseconds. */
export interface Task {
  wall: number;
  /** Without the time in which the machine did something else. */
  cpu: number;
  /** Last mark of the page before its end. */
  during: string;
  /** What it spent its time on. */
  why: string;
}

/** What of the browser's own doing is worth naming. */
const TELLING =
  /^(Layout|UpdateLayoutTree|PrePaint|Paint|Commit|MajorGC|MinorGC|v8.evaluateModule|ParseHTML|ResourceFetcher::requestResource)$/;

/** What of the platform can take long on the main thread. */
const CALLS = [
  'JSON.parse',
  'JSON.stringify',
  'CanvasRenderingContext2D.prototype.drawImage',
  'CanvasRenderingContext2D.prototype.getImageData',
  'CanvasRenderingContext2D.prototype.putImageData',
  'HTMLCanvasElement.prototype.toBlob',
  'IDBObjectStore.prototype.put',
  'Element.prototype.append',
  'BroadcastChannel.prototype.postMessage',
  'ShadowRoot.prototype.querySelector',
  'window.getComputedStyle',
  'window.fetch',
];

interface Call {
  name: string;
  at: number;
  took: number;
}

/** Notes how long each of them takes. */
const watch = (page: Page) =>
  page.evaluate((names) => {
    const calls: Call[] = ((window as any).calls = []);
    for (const path of names) {
      const steps = path.split('.');
      const name = steps.pop()!;
      const owner = steps.reduce((object, step) => object[step], window as any);
      const native = owner[name];
      owner[name] = function (this: unknown, ...args: unknown[]) {
        const at = performance.now();
        try {
          return native.apply(this, args);
        } finally {
          calls.push({ name, at, took: performance.now() - at });
        }
      };
    }
  }, CALLS);

/** Every task of the main thread while something was done on a page, the longest first. */
export async function tasksWhile(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<Task[]> {
  await watch(page);
  await browser.startTracing(page, {
    categories: [
      'toplevel',
      'blink',
      'blink.user_timing',
      'cc',
      'v8',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
    ],
  });
  await page.evaluate(() => void performance.mark('bench-start'));
  await work();
  await page.evaluate(() => void performance.mark('bench-end'));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const start = traceEvents.find(({ name }) => name === 'bench-start')!;
  const end = traceEvents.find(({ name }) => name === 'bench-end')!.ts;
  const mine = traceEvents.filter(({ pid, tid, ts }) => pid === start.pid && tid === start.tid && ts >= start.ts && ts < end);
  const marks = traceEvents.filter(({ name, pid }) => pid === start.pid && name.startsWith('bench-'));
  const clock = start.ts - start.args.data!.startTime! * 1000;
  const calls = await page.evaluate(() => (window as any).calls as Call[]);
  const names = [
    ...calls.map(({ name, at, took }) => ({ name, ts: clock + at * 1000, dur: took * 1000 })),
    ...mine.filter(({ name }) => TELLING.test(name)),
  ];
  return mine
    .filter(({ name, dur }) => name === 'RunTask' && dur! > 4000)
    .sort((a, b) => b.dur! - a.dur!)
    .map(({ ts, dur = 0, tdur = dur }) => {
      const posted = mine.find((event) => event.ts >= ts && event.ts < ts + dur && event.args.src_func);
      const spent: Record<string, number> = {};
      for (const each of names)
        if (each.ts >= ts && each.ts < ts + dur) spent[each.name] = (spent[each.name] ?? 0) + (each.dur ?? 0) / 1000;
      const most = Object.entries(spent).filter(([, took]) => took > 2);
      return {
        wall: dur / 1000,
        cpu: tdur / 1000,
        during: marks
          .filter((mark) => mark.ts <= ts + dur)
          .sort((a, b) => b.ts - a.ts)[0]!
          .name.slice(6),
        why: [
          ...most.sort((a, b) => b[1] - a[1]).map(([name, took]) => `${name} ${took.toFixed(0)}`),
          `(${posted?.args.src_func ?? 'unknown'})`,
        ].join(' '),
      };
    });
}
