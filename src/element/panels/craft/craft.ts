import type { Mount } from '../../files.js';
import { craft as english } from '../../texts/english/craft.js';
import { voice } from '../../texts/voice.js';
import { adopt } from '../adopt.js';
import type { Plan } from '../viewer/plan/plan.js';
import type { Stage } from '../viewer/stage.js';
import { approach } from './approach.js';
import { Aloud } from './aloud.js';
import { doingView } from './doing.js';
import { FullScreen } from './full-screen.js';
import { minimap } from './minimap.js';
import { placesView } from './places.js';
import { sheet } from './sheet.js';
import { Work } from './work.js';

export interface CraftInput {
  /** The viewer's, whose code is not carried twice. */
  stage: Stage;
}

/** What is done with a pattern beside looking at it; fetched at the first press that asks for it. */
export const mount: Mount<CraftInput> = (container, { stage }, lit) => {
  const root = container.getRootNode() as ShadowRoot;
  adopt(root, sheet);
  const bar = root.querySelector<HTMLElement>('[part=doing]')!;
  const work = new Work(stage);
  const aloud = new Aloud(stage);
  const places = stage.list();
  const full = new FullScreen(root.querySelector<HTMLElement>('[part=stage]')!, stage.voice.say('viewerChart'), stage.changed);
  stage.work = work;
  let tool = stage.tool;
  const turn = () => {
    if (full.open) full.leave();
    else {
      full.enter();
      approach(stage);
      stage.changed();
    }
  };
  let plan: Plan | undefined;
  const update = () => {
    if (plan !== stage.plan) {
      plan = stage.plan;
      if (plan) plan.map = minimap(plan);
      plan?.changed();
    }
    const { lang, strings } = stage;
    work.voice = voice(lang, english, strings);
    const { say } = work.voice;
    const begun = stage.tool === 'work' && tool !== 'work';
    tool = stage.tool;
    lit.render(tool === 'places' ? placesView(stage, places) : lit.nothing, container);
    places.watch(container);
    const working = tool === 'work';
    lit.render(working ? doingView({ stage, say, work, aloud, lang, full: full.open, turn }) : lit.nothing, bar);
    if (begun) approach(stage);
  };
  tool = undefined;
  update();
  return {
    update,
    unmount() {
      full.leave();
      aloud.stop();
      work.end();
      places.end();
      stage.work = undefined;
      root.querySelector('[part=minimap]')?.remove();
      lit.render(lit.nothing, bar);
      lit.render(lit.nothing, container);
    },
  };
};
