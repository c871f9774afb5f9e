import type { ReactiveControllerHost } from 'lit';

/** Draws the widget twice a second while there is a time to be seen running down. */
export function countdown(host: ReactiveControllerHost, running: () => boolean): void {
  let ticking: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(ticking);
    ticking = undefined;
  };
  host.addController({
    hostUpdated() {
      if (running()) ticking ??= setInterval(() => host.requestUpdate(), 500);
      else stop();
    },
    hostDisconnected: stop,
  });
}
