/** Runs before any other script of the page: counts what has to be given back by hand. */
export function watch(): void {
  const sets: Record<string, Set<unknown>> = {};
  const held = (what: string) => (sets[what] ??= new Set());
  const [intervals, objectUrls] = [held('intervals'), held('objectUrls')];
  const { setInterval: set, clearInterval: clear } = window;
  window.setInterval = ((...args: Parameters<typeof set>) => {
    const id = set(...args);
    intervals.add(id);
    return id;
  }) as typeof set;
  window.clearInterval = (id) => {
    intervals.delete(id);
    clear(id);
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    objectUrls.delete(url);
    revokeObjectURL.call(URL, url);
  };
  const ends = {
    BroadcastChannel: 'close',
    ResizeObserver: 'disconnect',
    IntersectionObserver: 'disconnect',
    Worker: 'terminate',
  };
  for (const [name, end] of Object.entries(ends)) {
    const Native = (window as any)[name];
    const open = held(name);
    (window as any)[name] = class extends Native {
      constructor(...args: unknown[]) {
        super(...args);
        open.add(this);
      }
      [end]() {
        open.delete(this);
        super[end]();
      }
    };
  }
  (window as any).held = () => Object.fromEntries(Object.entries(sets).map(([what, { size }]) => [what, size]));
}
