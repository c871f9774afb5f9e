import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { inState, launch, median, ms, serve, times, visit, WIDGET, type Line } from './page.setup.js';

const RUN = 'performance.mark("run");';

interface Look {
  css: string;
  markup: string;
}

/** A Lit element that does nothing but to look like this, built by the same settings as the script file. */
async function buildBare({ css, markup }: Look): Promise<string> {
  const strings = JSON.stringify([markup]);
  const source = `
import { html, LitElement, unsafeCSS } from 'lit';
const strings = Object.assign(${strings}, { raw: ${strings} });
class BareElement extends LitElement {
  static styles = unsafeCSS(${JSON.stringify(css)});
  render() { return html(strings); }
}
customElements.define('bare-element', BareElement);`;
  const entry = fileURLToPath(new URL('bare-element.js', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      { name: 'bare', resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? source : undefined) },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  return RUN + (built as unknown as [{ output: [{ code: string }] }])[0].output[0].code;
}

const HELLO: Look = { css: ':host { display: block; font: 16px sans-serif }', markup: '<p>Hello</p>' };

/** The widget as it stands there before anything is chosen. */
async function lookOf(browser: Browser, url: string): Promise<Look> {
  const page = await visit(browser, url);
  await inState(page, 'empty');
  const look = await page.evaluate(() => {
    const root = document.querySelector('pattern-generator')!.shadowRoot!;
    const css = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');
    return { css, markup: root.innerHTML.replace(/<!--.*?-->/g, '') };
  });
  await page.context().close();
  return look;
}

/** From the first statement of the script until the element is painted (first contentful paint). */
export async function mount(rounds = 21): Promise<Line[]> {
  const files: Record<string, string> = {};
  const site = await serve(files);
  // Without the pace of a screen, which would round every time up to the next frame.
  const browser = await launch('--disable-gpu-vsync', '--disable-frame-rate-limit');
  const bare = '<bare-element></bare-element>';
  const contenders = {
    hello: [bare, '/hello.js'],
    same: [bare, '/same.js'],
    here: [WIDGET, '/dist/pattern-generator.js'],
  } as const;
  const painted = { hello: [] as number[], same: [] as number[], here: [] as number[] };
  try {
    files['/same.js'] = await buildBare(await lookOf(browser, site.url));
    files['/hello.js'] = await buildBare(HELLO);
    files[contenders.here[1]] = RUN + readFileSync(new URL('../..' + contenders.here[1], import.meta.url), 'utf8');
    // The first visits warm the browser up.
    for (const round of times(rounds + 2))
      for (const name of ['hello', 'same', 'here'] as const) {
        const [body, script] = contenders[name];
        const page = await visit(browser, site.url, `${body}<script type="module" src="${script}"></script>`, 'none');
        const span = await page.evaluate(async () => {
          const paint = await new Promise<PerformanceEntry>((resolve) =>
            new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(resolve)).observe({
              type: 'paint',
              buffered: true,
            }),
          );
          return paint.startTime - performance.getEntriesByName('run')[0]!.startTime;
        });
        await page.context().close();
        if (round > 1) painted[name].push(span);
      }
  } finally {
    await browser.close();
    await site.stop();
  }
  // Round by round, so that a busy moment of the machine meets both.
  const ratio = (bare: number[]) => median(painted.here.map((span, i) => span / bare[i]!)).toFixed(2) + ' x';
  const [toSame, toHello] = [ratio(painted.same), ratio(painted.hello)];
  const [hello, same, here] = [median(painted.hello), median(painted.same), median(painted.here)];
  const quickest = (spans: number[]) => ms(Math.min(...spans));
  return [
    [
      'mount: script run -> painted, beside a bare Lit element that shows the same',
      '<= 1.50 x',
      toSame,
      `${ms(here)} and ${ms(same)}; quickest ${quickest(painted.here)} and ${quickest(painted.same)}; ${rounds} each`,
    ],
    ['... beside a bare Lit element that shows one word', '', toHello, `${ms(hello)}; quickest ${quickest(painted.hello)}`],
  ];
}
