// @csspart studio - everything free before the one press that costs
// @csspart studio-side - beside the picture, or below it
import type { Drawing } from '../../../studio/drawing.js';
import type { Prospect, StudioInput } from '../../../studio/input.js';
import { Session, type Given } from '../../../studio/session.js';
import { Stage } from '../../../studio/stage.js';
import type { Mount } from '../../files.js';
import { studio as english } from '../../texts/english/studio.js';
import { voice } from '../../texts/voice.js';
import type { Easel } from '../../outcome/studio.js';
import { adopt } from '../adopt.js';
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
  let waiting = false;
  let over = false;

  const may = (name: string) => input.controls.includes(name);
  const offers = (tool: string) => (input.tools ?? TOOLS).split(/\s+/).includes(tool);
  const given = (): Given => ({
    picture: { width: input.picture.decoded.width, height: input.picture.decoded.height },
    adjustments: input.adjustments,
    values: input.values,
    unit: prospect?.unit ?? { width: 1, height: 1 },
    sized: input.sized,
    may,
  });
  const session = new Session(given(), (adjustments, values) => {
    input = { ...input, adjustments, values: { ...input.values, ...values } };
    changed();
    input.onchange(adjustments, values);
  });
  // Whoever says both sides means both: a change of one is then a change of one.
  session.locked = !input.decided;
  const stage = new Stage(session, input, changed);
  let drawing: Drawing | undefined;
  /** A draft is on its way, or will never come. */
  let draft: 'coming' | 'none' | undefined;

  /** However much changes in one frame of the screen, it is drawn once. */
  function changed(): void {
    if (waiting || over) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (!over) show();
    });
  }

  /** Asks what a press would make now; only the last question counts. */
  async function ask(): Promise<void> {
    const question = ++asked;
    const answer = await input.prospect().catch(() => undefined); // The press will say what is wrong.
    if (over || question !== asked || !answer) return;
    prospect = answer;
    session.tell(given());
    changed();
    if (offers('draft') && (answer.unit || answer.tiling)) await draw(answer);
  }

  async function draw(wish: Prospect): Promise<void> {
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
    const words = voice(input.lang, english, input.strings);
    const scene: Scene = {
      html,
      nothing,
      input,
      session,
      stage,
      drawing,
      draft,
      prospect,
      words,
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
    container.dataset.dir = input.dir;
    stage.attach(container.querySelector<HTMLElement>('[part~=cropper]'));
    stage.layout();
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
    twin.focus();
    twin.select();
  }
  void ask();
  return {
    update(next) {
      input = enter(next);
      session.tell(given());
      show();
      void ask();
    },
    unmount() {
      over = true;
      drawing?.close();
      stage.detach();
      render(nothing, container);
    },
  };
};
