// Every state in every language beside each other, drawn by the real element: for whoever writes or reviews texts.
import { find, make } from '../make.js';
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

async function row(scene: Scene, at: number, mine: number): Promise<void> {
  const languages = [...form.querySelectorAll<HTMLInputElement>('[name=lang]:checked')];
  const widgets = languages.map(() => widgetFor(scene));
  const columns = languages.map(({ value, dataset }, i) => {
    const column = make('div', { className: 'tongue', lang: value, dir: dataset.dir }, make('code', {}, value), widgets[i]!);
    column.style.width = box('width').value + 'px';
    return column;
  });
  const strip = make('div', { className: 'tongues', tabIndex: 0, role: 'group', ariaLabel: scene.name }, ...columns);
  const section = make('section', {}, make('h2', {}, scene.name), strip);
  section.dataset.scene = String(at);
  stage.append(section);
  // One after the other, as visitors come: what the first one had made is not asked for again.
  for (const widget of widgets) if (mine === turn) await play(widget, scene);
  section.dataset.ready = '';
}

async function draw(): Promise<void> {
  const mine = ++turn;
  const wanted = box('scene').value;
  stage.replaceChildren();
  stage.style.colorScheme = box('scheme').value;
  delete stage.dataset.ready;
  for (const [at, scene] of SCENES.entries()) if (mine === turn && (!wanted || wanted === String(at))) await row(scene, at, mine);
  if (mine === turn) stage.dataset.ready = '';
}

form.addEventListener('change', () => void draw());
form.addEventListener('submit', (event) => event.preventDefault());
void draw();
