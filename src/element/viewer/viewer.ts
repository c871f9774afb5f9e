import type { PatternResult } from '../../providers/provider.js';
import type { Mount } from '../files.js';
import { facts } from './facts.js';
import type { Listen } from './gestures.js';
import { guide } from './guide.js';
import { materials } from './materials.js';
import { part } from './part.js';
import { places } from './places.js';
import { preview } from './preview.js';
import { palette, replay } from './replay.js';
import { sheet } from './sheet.js';
import { viewer as english } from '../texts/english/viewer.js';
import type { Texts } from '../texts/say.js';
import { voice } from '../texts/voice.js';

export interface ViewerInput {
  result: PatternResult;
  lang: string;
  /** Texts that go before the viewer's own, and other languages. */
  strings?: Texts;
}

/** Shows a whole result: picture, facts, materials, guide. */
export const mount: Mount<ViewerInput> = (container, input) => {
  let unmount = show(container, input);
  return {
    update(input) {
      unmount();
      unmount = show(container, input);
    },
    unmount: () => unmount(),
  };
};

function show(container: HTMLElement, { result, lang, strings }: ViewerInput): () => void {
  const life = new AbortController();
  const on: Listen = (node, type, listener) => node.addEventListener(type, listener, { signal: life.signal, passive: false });
  const words = voice(lang, english, strings);
  const { say } = words;
  const root = container.getRootNode() as ShadowRoot;
  const style = sheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];

  const known = palette(result);
  const chart = replay(result, known);
  const { image, unit = { width: 1, height: 1 } } = result;
  const picture = chart && preview(chart, unit.height / unit.width, words, on);
  const src = !picture && image ? URL.createObjectURL(image) : '';

  const area = (name: string, title: string, content: Node[]) =>
    part('div', name, [...(title ? [part('h3', 'title', [say(title)])] : []), ...content]);
  const layout = part('div', 'layout', [
    facts(result, words),
    picture?.node ??
      (src
        ? part('div', 'preview', [part('img', 'picture', [], { src, alt: say('viewerPicture') })])
        : part('p', 'note', [say('viewerNoPicture')])),
  ]);
  const viewer = part('div', 'viewer', [layout]);
  container.append(viewer);
  if (result.materials.length)
    layout.append(area('needs', 'viewerMaterials', [materials(result.materials, words, on, picture?.pick)]));
  if (result.guide.length) {
    const rightToLeft = getComputedStyle(container).direction == 'rtl';
    const steps = guide(result, known, words, on, rightToLeft, picture?.show);
    const summary = places(result.colorSummary, words, on);
    layout.append(area('work', 'viewerGuide', summary ? [...steps, summary] : steps));
  }

  return () => {
    life.abort();
    picture?.end();
    viewer.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each != style);
    if (src) URL.revokeObjectURL(src);
  };
}
