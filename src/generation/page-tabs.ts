import type { Tabs } from '../core/tabs.js';

/** Word to the other tabs. Closed while the page is in the back/forward cache, so that it never keeps it out. */
export function openTabs(name: string): Tabs {
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
