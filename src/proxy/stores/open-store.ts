import { memoryStore } from './memory.js';
import type { Store } from './store.js';

/** Without its escapes, where all are some: else the name is meant as it stands. */
function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** `memory`, `file:data/proxy.sqlite` or `redis://…`. Only what is wanted is loaded. */
export async function openStore(address: string): Promise<Store> {
  if (address === 'memory') return memoryStore();
  if (/^rediss?:\/\//.test(address)) return (await import('./redis.js')).redisStore(address);
  const [, file] = /^file:(?:\/\/(?=\/))?(.+)$/.exec(address) ?? [];
  if (file) return (await import('./sqlite.js')).sqliteStore(unescaped(file));
  throw new Error(`The store "${address.replace(/\/\/[^@/]*@/, '//…@')}" is neither memory, file:… nor redis://…`);
}
