// The store in which everything is kept, the names under which it is, and what else needs no more than it. A file of its own,
// fetched beside the making.
export { Library } from '../api/lookups.js';
export { designKey } from '../cache/key/design-key.js';
export { sha256 } from '../cache/key/sha256.js';
export { SCHEMA } from '../cache/store/entry.js';
export { Results } from '../cache/store/results.js';
export { Store } from '../cache/store/store.js';
export { Flights } from '../flight/flights.js';
export { pictureType } from '../image/picture-type.js';
export { Logbook } from './logbook.js';
export { pageFetch } from './page-fetch.js';
export { openPicture, pictureError } from './picture.js';
export { openTabs } from './page-tabs.js';
export { warnOfPublicKey } from './public-key.js';
