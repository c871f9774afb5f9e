import type { ReactiveControllerHost } from 'lit';

/** Shows the state to style sheets: as `:state(x)`, and as an attribute for browsers without it. Call what it returns to change it. */
export function stateMirror(host: ReactiveControllerHost & HTMLElement, state: string): (next: string) => void {
  const { states } = host.attachInternals();
  const show = (next: string) => {
    states?.delete(state);
    state = next;
    try {
      states?.add(state);
    } catch {
      // Older browsers want a dashed name; the attribute is there for them.
    }
  };
  // A constructor may not set attributes.
  const write = () => host.setAttribute('state', state);
  show(state);
  host.addController({ hostConnected: write });
  return (next) => {
    show(next);
    write();
  };
}
