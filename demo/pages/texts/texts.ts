// Every state in every language beside each other, drawn by the real element: for whoever writes or reviews texts.
import { find, make } from '../make.js';
import { fillNear } from './near-rows.js';
import { SCENES, type Scene } from './scenes.js';
import { play, widgetFor } from './stage.js';

const form = find<HTMLFormElement>('form');
const stage = find('#stage');
const shown = new URLSearchParams(location.search);
const box = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

box('scene').append(...SCENES.map(({ name }, at) => make('option', { value: String(at) }, name)));
const chosen = shown.get('langs')?.split(' ');
for (const input of form.querySelectorAll<HTMLInputElement>('[name=lang]'))
  if (chosen) input.checked = chosen.includes(input.value);
for (const name of ['scene', 'width', 'scheme']) if (shown.has(name)) box(name).value = shown.get(name)!;

/** Counts what was asked for, so that what is asked for later ends what is being played. */
let turn = 0;

interface Row {
  scene: Scene;
  section: HTMLElement;
}

function rowFor(scene: Scene, at: number): Row {
  const section = make('section', {}, make('h2', {}, scene.name));
  section.dataset.scene = String(at);
  return { scene, section };
}

const tongues = () => [...form.querySelectorAll<HTMLInputElement>('[name=lang]:checked')];

async function fill({ scene, section }: Row, mine: number): Promise<void> {
  const languages = tongues();
  const widgets = languages.map(() => widgetFor(scene));
  const columns = languages.map(({ value, dataset }, i) => {
    const column = make('div', { className: 'tongue', lang: value, dir: dataset.dir }, make('code', {}, value), widgets[i]!);
    column.style.width = box('width').value + 'px';
    return column;
  });
  section.append(make('div', { className: 'tongues', tabIndex: 0, role: 'group', ariaLabel: scene.name }, ...columns));
  if (scene.answers && !scene.alone) await Promise.all(widgets.map((widget) => play(widget, scene)));
  // One after the other, as visitors come: what the first one had made is not asked for again.
  else for (const widget of widgets) if (mine === turn) await play(widget, scene);
  section.dataset.ready = 'true';
}

/** A widget with its picture, draft and chart takes 25 MB: of more than these, those near the screen stand. */
const MOST = 100;
/** How many scenes are played at once where each has a server of its own. */
const LANES = 6;

async function draw(): Promise<void> {
  const mine = ++turn;
  const wanted = box('scene').value;
  const rows = SCENES.map(rowFor).filter((_, at) => !wanted || wanted === String(at));
  stage.replaceChildren(...rows.map(({ section }) => section));
  stage.style.colorScheme = box('scheme').value;
  delete stage.dataset.ready;
  if (rows.length > 1 && rows.length * tongues().length > MOST) {
    const sections = rows.map(({ section }) => section);
    return fillNear(
      sections,
      stage,
      () => mine === turn,
      (section) => fill(rows[sections.indexOf(section)]!, mine),
    );
  }
  const lane = async (waiting: Row[]) => {
    for (let next; mine === turn && (next = waiting.shift());) await fill(next, mine);
  };
  const played = rows.filter(({ scene }) => scene.answers && !scene.alone);
  // What comes from the demo's proxy builds upon what was made and kept before.
  const lanes = [rows.filter(({ scene }) => !scene.answers), ...Array.from({ length: LANES }, () => played)];
  await Promise.all(lanes.map(lane));
  await lane(rows.filter(({ scene }) => scene.alone));
  if (mine === turn) stage.dataset.ready = '';
}

form.addEventListener('change', () => void draw());
form.addEventListener('submit', (event) => event.preventDefault());
void draw();
