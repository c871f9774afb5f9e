import { make } from '../make.js';
import { lighthouse } from './pictures.js';
import { addressFor } from './play.js';
import type { Scene } from './scenes.js';

export type Widget = HTMLElementTagNameMap['pattern-generator'];

const PATIENCE_MS = 20_000;

/** Looks again and again until there is something; not once a frame, for a frame of this page is a long one. */
export async function seen<Found>(look: () => Found | null | undefined | false): Promise<Found | undefined> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) return undefined;
    await new Promise((later) => setTimeout(later, 50));
  }
}

export const partOf = (widget: Widget, word: string) => {
  const [name, at = '0'] = word.split(':');
  return [...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])].at(+at);
};

/** Presses what has this part, once it is there. */
export async function press(widget: Widget, word: string): Promise<HTMLElement | undefined> {
  const part = await seen(() => partOf(widget, word));
  part?.click();
  return part;
}

const RESTING = /^(done|exhausted|error|waiting)$/;
/** Until the press has come to something. */
const resting = (widget: Widget) => seen(() => RESTING.test(widget.state));

/** Small, so that what is read is there at once. */
const QUICK = { 'width-cm': '12', 'max-colors': '6' };

/** The real element, at an address where the scene's answers come from. */
export function widgetFor({ attributes, answers, keeps, ...play }: Scene): Widget {
  const widget = make('pattern-generator') as Widget;
  const all = {
    endpoint: answers ? addressFor({ answers, ...play }) : '/patterns',
    'contact-url': 'mailto:hello@shop.example',
    ...(answers && { usage: 'never', ...QUICK, ...(!keeps && { cache: 'off' }) }),
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
  return widget;
}

/** What a visitor does until the scene is there. */
export async function play(widget: Widget, { picture = lighthouse, press: pressed, still, then = [] }: Scene): Promise<void> {
  await customElements.whenDefined('pattern-generator');
  if (picture) {
    widget.image = await picture();
    await seen(() => widget.state !== 'empty');
  }
  if (pressed) {
    void widget.generate().catch(() => {});
    if (!still) await resting(widget);
  }
  for (const deed of then) await (typeof deed === 'string' ? press(widget, deed) : deed(widget));
}
