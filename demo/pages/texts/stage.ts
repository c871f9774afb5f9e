import { make } from '../make.js';
import { lighthouse } from './pictures.js';
import { addressFor } from './play.js';
import type { Scene, Widget } from './scenes.js';

const PATIENCE_MS = 8000;

/** Looks once a frame until there is something. */
async function seen<Found>(look: () => Found | null | undefined | false): Promise<Found | undefined> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) return undefined;
    await new Promise(requestAnimationFrame);
  }
}

const partOf = (widget: Widget, word: string) => {
  const [name, at = '0'] = word.split(':');
  return widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`)[+at];
};

/** The real element, at an address where the scene's answer comes from. */
export function widgetFor({ attributes, answer, usage, behind }: Scene): Widget {
  const widget = make('pattern-generator') as Widget;
  const all = {
    endpoint: answer ? addressFor({ answer, usage, behind }) : '/patterns',
    'contact-url': 'mailto:hello@shop.example',
    ...(answer && { cache: 'off', usage: 'never' }),
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
  return widget;
}

const RESTING = /^(done|exhausted|error|waiting)$/;

/** What a visitor does until the scene is there. */
export async function play(widget: Widget, { picture = lighthouse, press, still, then = [] }: Scene): Promise<void> {
  if (!picture) return;
  await customElements.whenDefined('pattern-generator');
  widget.image = await picture();
  await seen(() => widget.state !== 'empty');
  if (press) {
    void widget.generate().catch(() => {});
    if (!still) await seen(() => RESTING.test(widget.state));
  }
  for (const word of then) (await seen(() => partOf(widget, word)))?.click();
}
