export { canonicalJson } from './canonical-json.js';
export { sha256 } from './sha256.js';
export { designKey, type DesignParts } from './design-key.js';
export { Store, type Facts } from './store.js';
export { Results, type Bounds, type Entry, type Kept, type Summary } from './results.js';
