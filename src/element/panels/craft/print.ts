import type { Stage } from '../viewer/stage.js';
import { painting, type Section, toPng } from './painting.js';

/** Cells of a page, for paper as it lies in every printer; and how many a page repeats of the one before. */
const ACROSS = 60;
const DOWN = 72;
const OVERLAP = 3;
const MOST_PAGES = 60;
const CELL = 24;

const css = String.raw;
const sheet = css`
  @page {
    margin: 12mm;
  }
  body {
    margin: 0;
    font:
      11pt/1.4 system-ui,
      sans-serif;
    color: #000;
    background: #fff;
  }
  h1 {
    margin: 0 0 4mm;
    font-size: 14pt;
  }
  section {
    break-after: page;
  }
  img {
    display: block;
    max-width: 100%;
    max-height: 240mm;
  }
  ul {
    columns: 2;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    gap: 3mm;
    align-items: center;
    padding: 1mm 0;
    break-inside: avoid;
  }
  [part='swatch'] {
    display: inline-grid;
    flex: none;
    place-items: center;
    width: 7mm;
    height: 7mm;
    border: 1px solid #888;
    print-color-adjust: exact;
  }
  [part='symbol'] {
    width: 5mm;
    height: 5mm;
  }
  [part|='symbol'] {
    fill: currentColor;
  }
  [part='symbol-line'] {
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  b {
    margin-inline-start: auto;
  }
`;

/** From where to where each page goes along one side. */
export function stretches(count: number, most: number): [from: number, to: number][] {
  const made: [number, number][] = [];
  for (let from = 0; ; from += most - OVERLAP) {
    made.push([from, Math.min(count, from + most)]);
    if (from + most >= count) return made;
  }
}

/** As many pages as the chart needs; of a chart that would need a book, larger parts on each. */
export function pagesOf(columns: number, rows: number): Section[] {
  for (let scale = 1; ; scale *= 1.25) {
    const [across, down] = [Math.floor(ACROSS * scale), Math.floor(DOWN * scale)];
    const pages = stretches(rows, down).flatMap((rows) => stretches(columns, across).map((columns) => ({ columns, rows })));
    if (pages.length <= MOST_PAGES) return pages.map((page) => ({ ...page, cell: Math.max(4, Math.round(CELL / scale)) }));
  }
}

/** Prints the chart alone, without the page around it, from a frame that is gone afterwards. */
export async function printChart(stage: Stage, title: string): Promise<void> {
  const { lit, voice, result, symbols, lang, drawn } = stage;
  const { html, nothing } = lit;
  const sections = pagesOf(drawn!.columns, drawn!.rows);
  const pictures: string[] = [];
  for (const section of sections) {
    const blob = await toPng(await stage.inSlices(painting(stage, section)));
    if (blob) pictures.push(URL.createObjectURL(blob));
  }
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { position: 'fixed', insetInlineStart: '-9999px', width: '800px', height: '1000px', border: '0' });
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  // Firefox puts another document in the place of the first one.
  await new Promise((ready) => {
    frame.onload = ready;
    document.body.append(frame);
  });
  const page = frame.contentDocument!;
  const style = new (frame.contentWindow as unknown as typeof globalThis).CSSStyleSheet();
  style.replaceSync(sheet);
  page.adoptedStyleSheets = [style];
  page.title = title;
  page.documentElement.lang = lang;
  const heading = (at: number) =>
    pictures.length > 1 ? ` · ${voice.say('viewerOf', { step: at + 1, count: pictures.length })}` : '';
  const legend = result.materials.slice(0, 1000).map(
    ({ id, name, hex, quantity }, at) =>
      html`<li>
        ${stage.swatch(hex, symbols[at])} <span>${name} ${id && id !== name ? id : nothing}</span>
        <b>${voice.number(quantity)}</b>
      </li>`,
  );
  lit.render(
    html`${pictures.map(
        (src, at) =>
          html`<section>
            <h1>${title}${heading(at)}</h1>
            <img src=${src} alt="" />
          </section>`,
      )}
      <h1>${voice.say('viewerMaterials')}</h1>
      <ul>
        ${legend}
      </ul>`,
    page.body,
  );
  await Promise.all([...page.images].map((image) => image.decode().catch(() => {})));
  const gone = () => {
    frame.remove();
    for (const src of pictures) URL.revokeObjectURL(src);
  };
  frame.contentWindow!.addEventListener('afterprint', gone);
  frame.contentWindow!.print();
}
