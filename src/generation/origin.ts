import { Results } from '../cache/store/results.js';
import { Store } from '../cache/store/store.js';
import type { Tabs } from '../core/tabs.js';

// What all widgets of the page share, and through the browser's store and channel all tabs of the origin.
export const store = new Store();
export const results = new Results({ store });

/** Word to the other tabs. Closed while the page is in the back/forward cache, so that it never keeps it out. */
function openTabs(name: string): Tabs {
  const heard = new Set<(message: unknown) => void>();
  let channel: BroadcastChannel | undefined;
  const open = () => {
    try {
      channel ??= new BroadcastChannel(name);
      channel.onmessage = ({ data }) => heard.forEach((fn) => fn(data));
    } catch {
      // No channel in this frame: the page still works by itself.
    }
  };
  globalThis.addEventListener?.('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  globalThis.addEventListener?.('pageshow', () => heard.size && open());
  return {
    post(message) {
      open();
      try {
        channel?.postMessage(message);
      } catch {
        // Closed or not clonable: the store still tells them.
      }
    },
    listen(fn) {
      open();
      heard.add(fn);
      return () => void heard.delete(fn);
    },
  };
}
export const tabs = openTabs('pattern-generator');
