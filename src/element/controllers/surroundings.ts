import type { ReactiveControllerHost } from 'lit';

const followers = new Set<() => void>();
// One for all widgets. What it watches it holds weakly, so that nothing stays of a part of the page that goes.
let observer: MutationObserver | undefined;

/** Follows `lang` and `dir` of everything around an element, out of every shadow tree. */
export function surroundings(host: ReactiveControllerHost & Element, changed: () => void): void {
  host.addController({
    hostConnected() {
      observer ??= new MutationObserver(() => followers.forEach((follow) => follow()));
      followers.add(changed);
      for (let root = host.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
        observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
        if (!(root as ShadowRoot).host) return;
      }
    },
    hostDisconnected() {
      followers.delete(changed);
      if (!followers.size) observer!.disconnect();
    },
  });
}
