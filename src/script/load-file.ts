import { policy } from './policy.js';

// The script's own address, which the classic kind knows only while it runs. Where an optimiser took it away, the page's is a guess.
let base = (document.currentScript as HTMLScriptElement | null)?.src || import.meta.url || document.baseURI;

/** Where the page says that the files lie. */
export const filesAt = (place?: string): void => {
  if (place) base = place.replace(/\/?$/, '/');
};

/**
 * A later file, from beside the first; rejects with the address that was tried, or none. It is a classic script, because of those every
 * engine runs exactly the bytes that it has checked (WebKit does not check a module preload), because a failed one can be asked
 * for again (Firefox and WebKit never ask for a failed module again), and because a module that is loaded before the page's import
 * map makes Firefox and Safari refuse that map. It hands over what it exports on its own script element, see build/scripts.ts beside this file.
 */
export function loadFile(name: string, integrity: string, tries: number): Promise<never> {
  let src = `pattern-generator.${name}.js${tries ? '?' + tries : ''}`;
  try {
    src = new URL(src, new URL(base, document.baseURI)).href;
  } catch {
    // Next to an address like `blob:` there is nothing; the failure will name it.
    src = base + src;
  }
  return new Promise((resolve, reject) => {
    const script = document.createElement('script') as HTMLScriptElement & { exports?: never };
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
    // A policy of nonces only lets in what carries one.
    script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
    // Firefox fails what is still loading as soon as its page is about to be left, and such a page may have no later: no address is at
    // fault. Listened for only so long, because a listener may keep a page out of the back/forward cache.
    const over = new AbortController();
    addEventListener('beforeunload', () => (src = ''), over);
    script.onerror = () => setTimeout(done);
    const done = (script.onload = () => {
      over.abort();
      script.remove();
      if (script.exports) resolve(script.exports);
      else reject(src);
    });
    script.src = (policy?.createScriptURL(src) as unknown as string) ?? src;
    document.head.append(script);
  });
}
