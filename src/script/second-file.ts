/** SHA-384 of each second file, by its name. */
declare const __FILES__: Record<string, string>;

// Known only while the script runs, for the classic kind; the module kind has its own address.
const base = (document.currentScript as HTMLScriptElement | null)?.src || import.meta.url;

/**
 * A second file, from beside the first. `import()` cannot carry a hash, but a module preload can, and what it has
 * checked is what `import()` then gets. Neither needs more than `script-src 'self'`, nor a Trusted Types policy.
 */
export async function secondFile<Module>(name: string): Promise<Module> {
  const link = document.createElement('link');
  // A browser that would not check does without.
  if (!link.relList.supports('modulepreload')) throw Error('modulepreload');
  link.rel = 'modulepreload';
  link.integrity = 'sha384-' + __FILES__[name];
  link.crossOrigin = 'anonymous';
  link.href = new URL(`pattern-generator.${name}.js`, base).href;
  try {
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
      document.head.append(link);
    });
  } finally {
    link.remove();
  }
  return import(/* @vite-ignore */ link.href);
}
