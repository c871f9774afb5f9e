import type { ReactiveControllerHost } from 'lit';
import type { State } from '../../generation/states.js';
import { PatternStateEvent } from '../events.js';

/**
 * Tells the state to the page: to style sheets as `:state(x)`, and as an attribute for browsers without it; to scripts as an event.
 * Call what it returns with the state as it is; it says whether that was news.
 */
export function stateMirror(host: ReactiveControllerHost & HTMLElement, state: State): (next: State) => boolean {
  const { states } = host.attachInternals();
  const show = (next: State) => {
    states?.delete(state);
    state = next;
    try {
      states?.add(state);
    } catch {
      // Older browsers want a dashed name; the attribute is there for them.
    }
  };
  const write = () => host.setAttribute('state', state);
  show(state);
  // Not before there is something to see: until then a page can keep the place by `:not([state])`.
  host.addController({ hostUpdated: () => host.hasAttribute('state') || write() });
  return (next) => {
    if (next === state) return false;
    const previous = state;
    show(next);
    write();
    host.dispatchEvent(new PatternStateEvent({ state, previous }));
    return true;
  };
}
