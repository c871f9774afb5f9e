// The second file: everything from the picture's bytes to the kept result. It is fetched once the widget stands on the page,
// so that the first file holds only what the visitor sees until then.
export { openAccount, recount, watchExhaustion, type Account } from './account.js';
export type { Outcome, Watcher } from './flight.js';
export { results } from './origin.js';
export { openMenu } from './menu.js';
export { openPicture, type Picture } from './picture.js';
export { refused } from './request.js';
export { design, boundsOf, fetchPdf, listKept, press, recall, toResult, type Design } from './press.js';
export { readSettings } from './settings.js';
export type { Summary } from '../cache/store/entry.js';
