// The store in which everything is kept, and the names under which it is. A file of its own, fetched beside the making.
export { designKey } from '../cache/key/design-key.js';
export { sha256 } from '../cache/key/sha256.js';
export { SCHEMA } from '../cache/store/entry.js';
export { Results } from '../cache/store/results.js';
export { Store } from '../cache/store/store.js';
export { readHeader } from '../image/header.js';
export { openPicture, pictureError } from './picture.js';
