/** Keeps the screen on while somebody works and looks at the page, where the browser can. Call what it returns to let it go. */
export function stayAwake(): () => void {
  const life = new AbortController();
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    // The browser takes the lock away with the page's visibility.
    if (document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (life.signal.aborted) void lock.release();
    } catch {
      // Not here, or not now, such as with a battery that is low.
    }
  };
  document.addEventListener('visibilitychange', () => void ask(), { signal: life.signal });
  void ask();
  return () => {
    life.abort();
    void lock?.release();
  };
}
