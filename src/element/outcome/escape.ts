import type { ReactiveControllerHost } from 'lit';

/** Escape stops what is going on, when the focus is in the widget or nowhere: Safari gives none to a button that is clicked. */
export function onEscape(host: ReactiveControllerHost & HTMLElement, running: () => boolean, stop: () => void): void {
  const listen = (event: KeyboardEvent) => {
    const { key, defaultPrevented, isComposing, target } = event;
    if (key !== 'Escape' || defaultPrevented || isComposing || !running()) return;
    if (target !== document.body && !event.composedPath().includes(host)) return;
    // A dialog around the widget stays open.
    event.preventDefault();
    stop();
  };
  const connected = () => document.addEventListener('keydown', listen);
  host.addController({ hostConnected: connected, hostDisconnected: () => document.removeEventListener('keydown', listen) });
}
