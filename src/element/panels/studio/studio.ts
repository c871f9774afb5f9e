// @csspart studio - everything free before the one press that costs
// @csspart studio-side - beside the picture, or below it
import { nextTurn } from '../../../core/slices.js';
import type { Drawing } from '../../../studio/drawing.js';
import type { Prospect, StudioInput } from '../../../studio/input.js';
import { Session, type Given } from '../../../studio/session.js';
import { Stage } from '../../../studio/stage.js';
import { caretToEnd } from '../../caret.js';
import type { Mount } from '../../files.js';
import { studio as english } from '../../texts/english/studio.js';
import { voice, type Voice } from '../../texts/voice.js';
import type { Easel } from '../../outcome/studio.js';
import { adopt } from '../adopt.js';
import { adviceView } from './advice.js';
import { boardView } from './board.js';
import { boardSheet } from './board-sheet.js';
import { fieldsSheet } from './fields-sheet.js';
import { door } from './door.js';
import { measuresView } from './measures.js';
import { newsView } from './news.js';
import type { Scene, Tool } from './scene.js';
import { sheet } from './sheet.js';
import { toolsView } from './tools.js';

const TOOLS = 'crop turn light size draft';

/** Everything free before the one press that costs. */
export const mount: Mount<Easel> = (container, easel, { html, nothing, render }) => {
  const root = container.getRootNode() as ShadowRoot;
  for (const each of [sheet, fieldsSheet, boardSheet]) adopt(root, each);
  const enter = door(easel);
  let input: StudioInput = enter(easel);
  let prospect: Prospect | undefined;
  let open: Tool | undefined;
  let asked = 0;
  let frame = 0;
  let stale = false;
  let unasked = false;
  let over = false;

  // Formats of numbers and lists take a millisecond to make on a phone.
  let said: { lang: string; strings: StudioInput['strings']; words: Voice } | undefined;
  const spoken = (): Voice => {
    const { lang, strings } = input;
    if (said?.lang !== lang || said.strings !== strings) said = { lang, strings, words: voice(lang, english, strings) };
    return said.words;
  };
  const may = (name: string) => input.controls.includes(name);
  const offers = (tool: string) => (input.tools ?? TOOLS).split(/\s+/).includes(tool);
  const given = (): Given => ({
    picture: { width: input.picture.decoded.width, height: input.picture.decoded.height },
    adjustments: input.adjustments,
    values: input.values,
    unit: prospect?.unit ?? { width: 1, height: 1 },
    sized: input.sized,
    may,
    bounds: input.bounds,
  });
  const session = new Session(given(), (adjustments, values) => {
    input = { ...input, adjustments, values: { ...input.values, ...values } };
    changed();
    input.onchange(adjustments, values);
  });
  // Whoever says both sides means both: a change of one is then a change of one.
  session.locked = !input.decided;
  const stage = new Stage(session, input, soon);
  let drawing: Drawing | undefined;
  /** A draft is on its way, or will never come. */
  let draft: 'coming' | 'none' | undefined;

  /** However much changes in one frame of the screen, it is drawn once. */
  function changed(): void {
    stale = true;
    soon();
  }
  function soon(): void {
    if (!over) frame ||= requestAnimationFrame(draw);
  }
  function draw(): void {
    frame = 0;
    if (stale) show();
    if (stage.paint()) soon();
    if (!unasked) return;
    unasked = false;
    void nextTurn().then(ask);
  }

  /** Asks what a press would make now; only the last question counts. */
  async function ask(): Promise<void> {
    if (over) return;
    const question = ++asked;
    const answer = await input.prospect().catch(() => undefined); // The press will say what is wrong.
    if (over || question !== asked || !answer) return;
    prospect = answer;
    session.tell(given());
    changed();
    if (offers('draft') && (answer.unit || answer.tiling)) await drawUp(answer);
  }

  async function drawUp(wish: Prospect): Promise<void> {
    if (draft === 'none') return;
    draft = 'coming';
    // Without the file there are no drafts; whoever waits for one sees the picture.
    const file = drawing ? undefined : await input.draft().catch(() => void (draft = 'none'));
    if (over) return;
    if (file) drawing ??= new file.Drawing(() => input, session, changed);
    changed();
    if (wish === prospect) await drawing?.wish(wish);
  }

  function show(): void {
    stale = false;
    const scene: Scene = {
      html,
      nothing,
      input,
      session,
      stage,
      drawing,
      draft,
      prospect,
      words: spoken(),
      offers,
      may,
      open,
      pick,
      changed,
    };
    stage.tell(input);
    stage.cropping = open === 'crop';
    stage.drawing = drawing;
    render(
      html`${boardView(scene)}
        <div part="studio-side">${toolsView(scene)} ${measuresView(scene)} ${prospect ? newsView(scene) : ''}</div>`,
      container,
    );
    advise(adviceView(scene));
    container.dataset.dir = input.dir;
    stage.attach(container.querySelector<HTMLElement>('[part~=cropper]'));
    stage.layout();
    soon();
  }

  /** In a place of the widget's own, which is there while the studio is. */
  function advise(view: unknown): void {
    const place = root.querySelector<HTMLElement>('[part=warnings]');
    if (place) render(view, place);
  }

  function pick(tool: Tool | undefined): void {
    open = tool;
    changed();
  }

  show();
  // Whoever stands in a field that the studio replaces goes on in its own.
  const { name } = (root.activeElement ?? {}) as Partial<HTMLInputElement>;
  const twin = name && container.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (twin) {
    const selected = String(getSelection());
    twin.focus();
    // Who is in the middle of a number goes on behind it.
    if (selected) twin.select();
    else caretToEnd(twin);
  }
  void ask();
  return {
    update(next) {
      input = enter(next);
      session.tell(given());
      show();
      unasked = true;
    },
    unmount() {
      over = true;
      cancelAnimationFrame(frame);
      drawing?.close();
      stage.detach();
      render(nothing, container);
      advise(nothing);
    },
  };
};
