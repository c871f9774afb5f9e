import type { ReactiveControllerHost } from 'lit';
import { caretToEnd } from '../caret.js';

/** When an update takes the focused node away, the keyboard goes on at what stands in its place: the best place first. */
export function keepFocus(host: ReactiveControllerHost & HTMLElement, ...places: string[]): void {
  const root = () => host.shadowRoot!;
  let focused: Element | null;
  host.addController({
    hostUpdate() {
      focused = root().activeElement;
    },
    hostUpdated() {
      if (!focused || focused.isConnected) return;
      // A field is drawn anew where the studio's place is made.
      const twin = (focused as HTMLInputElement).name;
      const next = [...(twin ? [`[name="${twin}"]`] : []), ...places]
        .map((place) => root().querySelector<HTMLElement>(place))
        .find(Boolean);
      next?.focus();
      // What is typed next goes behind what was typed before.
      if (next instanceof HTMLInputElement) caretToEnd(next);
    },
  });
}
