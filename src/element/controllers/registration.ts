import type { ReactiveControllerHost } from 'lit';
import { onRegistration } from '../../providers/registry.js';

/** Tells of every provider that is registered while the host stands on the page. */
export function registration(host: ReactiveControllerHost, told: () => void): void {
  let stop: (() => void) | undefined;
  host.addController({
    hostConnected: () => void (stop = onRegistration(told)),
    hostDisconnected: () => stop?.(),
  });
}
