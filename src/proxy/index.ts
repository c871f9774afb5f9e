export { createProxy, type Proxy } from './create-proxy.js';
export type { Admitted, Context, ProxyOptions } from './options.js';
export { memoryStore } from './stores/memory.js';
export type { Bounds, Counts, Kept, Store, Want } from './stores/store.js';
