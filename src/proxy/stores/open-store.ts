import { memoryStore } from './memory.js';
import type { Store } from './store.js';

/** `memory`, `file:data/proxy.sqlite` or `redis://…`. Only what is wanted is loaded. */
export async function openStore(address: string): Promise<Store> {
  if (address === 'memory') return memoryStore();
  if (/^rediss?:\/\//.test(address)) return (await import('./redis.js')).redisStore(address);
  const [, file] = /^file:(?:\/\/(?=\/))?(.+)$/.exec(address) ?? [];
  if (file) return (await import('./sqlite.js')).sqliteStore(decodeURIComponent(file));
  throw new Error(`The store "${address.replace(/\/\/[^@/]*@/, '//…@')}" is neither memory, file:… nor redis://…`);
}
