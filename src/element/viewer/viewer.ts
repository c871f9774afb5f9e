import type { PatternResult } from '../../providers/provider.js';
import { facts } from './facts.js';
import { guide } from './guide.js';
import { materials } from './materials.js';
import { part } from './part.js';
import { places } from './places.js';
import { preview } from './preview.js';
import { palette, replay } from './replay.js';
import { sheet } from './sheet.js';
import { voice } from './viewer-strings.js';

export interface ViewerInput {
  result: PatternResult;
  lang: string;
  /** Texts that go before the viewer's own, and other languages. */
  strings?: Partial<Record<string, string>>;
  /** Height of a cell for a width of one: 4/3 for curtains of 1.5 × 2 cm. Square when absent. */
  aspect?: number;
}

/**
 * Shows a whole result in an empty element: picture, facts, materials, guide. Comes in a script file of its own after the first
 * press, hence plain DOM. Call what it returns to take everything away again.
 */
export function showPattern(container: HTMLElement, { result, lang, strings, aspect = 1 }: ViewerInput): () => void {
  const life = new AbortController();
  const { signal } = life;
  const words = voice(lang, strings);
  const { say } = words;
  const root = container.getRootNode() as ShadowRoot;
  const style = sheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each != style);
  });

  const known = palette(result);
  const chart = replay(result, known);
  const picture = chart && preview(chart, aspect > 0 ? aspect : 1, result.niche, words, signal);
  const view: Node[] = [];
  if (picture) view.push(picture.node);
  else if (result.image) {
    const src = URL.createObjectURL(result.image);
    signal.addEventListener('abort', () => URL.revokeObjectURL(src));
    view.push(part('div', 'preview', [part('img', 'picture', [], { src, alt: say('viewerPicture') })]));
  } else view.push(part('p', 'note', [say('viewerNoPicture')]));

  const title = (key: string) => part('h3', 'title', [say(key)]);
  const area = (name: string, ...content: Node[]) => part('div', 'area ' + name, content);
  const layout = part('div', 'layout', [facts(result, words), area('view', ...view)]);
  if (result.materials.length)
    layout.append(area('needs', title('viewerMaterials'), materials(result.materials, words, signal, picture?.pick)));
  const viewer = part('div', 'viewer', [layout]);
  container.append(viewer);
  signal.addEventListener('abort', () => viewer.remove());
  if (result.guide.length) {
    const rightToLeft = getComputedStyle(container).direction == 'rtl';
    const steps = guide(result, known, words, signal, rightToLeft, (step) => picture?.show(step));
    const summary = places(result.colorSummary, words, signal);
    layout.append(area('work', title('viewerGuide'), ...steps, ...(summary ? [summary] : [])));
  }
  return () => life.abort();
}
