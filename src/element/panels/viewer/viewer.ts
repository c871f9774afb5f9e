import { type Chart, chartReading } from '../../../chart/read-chart.js';
import { inSlices, type Work } from '../../../chart/slices.js';
import { symbolChoice } from '../../../chart/symbols.js';
import type { PatternResult } from '../../../providers/provider.js';
import type { Mount } from '../../files.js';
import { viewer as english } from '../../texts/english/viewer.js';
import type { Texts } from '../../texts/say.js';
import type { Speak } from '../../texts/voice.js';
import { adopt } from '../adopt.js';
import type { CraftInput } from '../craft/craft.js';
import { Bench } from './bench.js';
import { layoutView, type Lists } from './layout.js';
import { Plan } from './plan/plan.js';
import { listSheet } from './list-sheet.js';
import { paperSheet } from './paper-sheet.js';
import { sheet } from './sheet.js';
import { Stage } from './stage.js';
import type { Door, Wardrobe } from './working.js';

export type CraftFile = () => Promise<{ mount: Mount<CraftInput> }>;

export interface ViewerInput {
  result: PatternResult;
  /** What it takes, as near as can be told. */
  estimates?: string;
  lang: string;
  speak: Speak;
  /** The direction of the page; only that it changes is needed, for styles tell it. */
  dir?: string;
  /** Texts that go before the viewer's own, and other languages. */
  strings?: Texts;
  /** The file of what is done with a pattern beside looking at it. */
  craft?: CraftFile;
  /** Where the record of the work on this design lies. */
  door?: Door;
  wardrobe?: Wardrobe;
}

function* opening(result: PatternResult): Work<[Chart, Int16Array]> {
  const chart = yield* chartReading(result);
  return [chart, yield* symbolChoice(chart)];
}

/** Shows a whole result: picture, facts, materials, guide. */
export const mount: Mount<ViewerInput> = (container, input, lit) => {
  for (const each of [sheet, listSheet, paperSheet]) adopt(container.getRootNode() as ShadowRoot, each);
  const place = document.createElement('div');
  place.setAttribute('part', 'viewer');
  container.append(place);

  let reading: AbortController | undefined;
  let src: string | undefined;
  const find = <Found extends Element>(part: string) => place.querySelector<Found>(`[part=${part}]`);
  const changed = () => {
    if (!place.parentNode) return;
    lit.render(layoutView(stage, lists, src), place);
    lists.materials.watch(find('materials'));
    lists.runs.watch(find('runs'));
    lists.steps.watch(find('guide'));
    const { drawn } = stage;
    if (stage.plan?.chart !== drawn) {
      stage.plan?.end();
      stage.plan = drawn && new Plan(stage, drawn, find<HTMLCanvasElement>('canvas')!, stage.plan?.camera);
    }
    stage.plan?.changed();
    bench.update();
  };
  const stage = new Stage(lit, changed);
  const lists: Lists = { materials: stage.list(), runs: stage.list(), steps: stage.list() };
  const bench = new Bench(stage, () => find<HTMLElement>('craft'));

  const leave = () => {
    reading?.abort();
    if (src) URL.revokeObjectURL(src);
    src = undefined;
  };
  const update = ({ result, estimates, lang, strings, speak, craft, door, wardrobe }: ViewerInput) => {
    bench.file = craft;
    stage.voice = speak(lang, english, strings);
    Object.assign(stage, { estimates, lang, strings, speak, inSlices, wardrobe });
    stage.rightToLeft = getComputedStyle(container).direction === 'rtl';
    if (result !== stage.paid) {
      leave();
      stage.open(result);
      bench.end();
      stage.door = door;
      void door?.progress().then((record) => {
        if (record && door === stage.door) stage.resume();
      });
      src = result.image && URL.createObjectURL(result.image);
      reading = new AbortController();
      inSlices(opening(result), reading.signal).then(
        ([chart, symbols]) => stage.show(chart, symbols),
        () => {}, // another result came, or the viewer is gone
      );
    }
    changed();
  };
  const printing = () => {
    lists.materials.wholeIfFew(stage.result.materials.length);
    changed();
  };
  addEventListener('beforeprint', printing);
  update(input);

  return {
    update,
    unmount() {
      removeEventListener('beforeprint', printing);
      leave();
      stage.plan?.end();
      bench.end();
      for (const list of Object.values(lists)) list.end();
      lit.render(lit.nothing, place);
      place.remove();
    },
  };
};
