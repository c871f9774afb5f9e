import type { Mount } from '../../files.js';
import { craft as english } from '../../texts/english/craft.js';
import { adopt } from '../adopt.js';
import type { Plan } from '../viewer/plan/plan.js';
import type { Stage } from '../viewer/stage.js';
import { approach, reveal } from './approach.js';
import { Aloud } from './aloud.js';
import { Colors } from './colors.js';
import { cursor } from './cursor.js';
import { doingView } from './doing.js';
import { Finder } from './finder.js';
import { following } from './follow.js';
import { FullScreen } from './full-screen.js';
import { minimap } from './minimap.js';
import { Places } from './places.js';
import { Recolor } from './recolor.js';
import { roving } from './roving.js';
import { sheet } from './sheet.js';
import { Take } from './take.js';
import { toolsSheet } from './tools-sheet.js';
import { Work } from './work.js';

export interface CraftInput {
  /** The viewer's, whose code is not carried twice. */
  stage: Stage;
}

function layOver(plan: Plan): void {
  plan.canvas.parentElement?.querySelector('[part=minimap]')?.remove();
  const map = minimap(plan);
  plan.over = (picture, veil) => {
    cursor(plan);
    map(picture, veil);
  };
  plan.changed();
}

/** What is done with a pattern beside looking at it; fetched at the first press that asks for it. */
export const mount: Mount<CraftInput> = (container, { stage }, lit) => {
  const root = container.getRootNode() as ShadowRoot;
  for (const each of [sheet, toolsSheet]) adopt(root, each);
  const bar = root.querySelector<HTMLElement>('[part=doing]')!;
  const work = new Work(stage);
  const aloud = new Aloud(stage);
  const places = new Places(stage);
  const find = root.querySelector<HTMLElement>('[part=find]')!;
  const finder = new Finder(stage);
  const take = new Take(stage, work);
  const recolor = new Recolor(stage, () => {
    work.recolor(stage.drawn!);
    finder.again();
  });
  const colors = new Colors(stage, recolor);
  let wasWorking = false;
  const full = new FullScreen(root.querySelector<HTMLElement>('[part=stage]')!, stage.changed);
  stage.work = work;
  const turn = () => {
    if (full.open) full.leave();
    else {
      full.enter();
      approach(stage);
      stage.changed();
    }
  };
  let plan: Plan | undefined;
  // In full screen, out of it, on a phone that is turned: the chart has another size.
  const resized = new ResizeObserver(() => stage.tools.has('work') && reveal(stage));
  const follow = following(stage, root);
  const rover = roving(root);
  const update = () => {
    if (plan !== stage.plan) {
      plan = stage.plan;
      resized.disconnect();
      if (plan) {
        layOver(plan);
        resized.observe(plan.canvas);
      }
    }
    const { lang, strings } = stage;
    work.voice = stage.speak(lang, english, strings);
    const { say } = work.voice;
    full.name(stage.voice.say('viewerChart'));
    const { tools } = stage;
    const working = tools.has('work');
    const begun = working && !wasWorking;
    wasWorking = working;
    lit.render(
      lit.html`${tools.has('take') ? take.view(say) : lit.nothing} ${tools.has('take') && tools.has('places') ? places.view(say) : lit.nothing}`,
      container,
    );
    places.watch(container);
    lit.render(
      lit.html`${tools.has('find') ? finder.view(say) : lit.nothing}
      ${tools.has('recolor') ? colors.view(say) : colors.noteView(say)}`,
      find,
    );
    colors.watch(find);
    if (!tools.has('find')) finder.close();
    lit.render(working ? doingView({ stage, say, work, aloud, lang, full: full.open, turn }) : lit.nothing, bar);
    follow();
    rover.renew();
    if (begun) approach(stage);
  };
  update();
  return {
    update,
    unmount() {
      rover.end();
      resized.disconnect();
      full.leave();
      aloud.stop();
      work.end();
      places.end();
      recolor.end();
      colors.end();
      finder.end();
      stage.work = undefined;
      root.querySelector('[part=minimap]')?.remove();
      for (const place of [bar, find, container]) lit.render(lit.nothing, place);
    },
  };
};
