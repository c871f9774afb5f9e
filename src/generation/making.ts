// What speaks to the API, within its quota and never twice. It is fetched once the widget stands on the page, so that the first
// file holds only what the visitor sees until then.
export { connect, askCounter, refreshed, type Connection } from './connection.js';
export { design, toResult, type Design } from './design.js';
export { Kept, type Looked, type Removed } from './kept.js';
export { thisPage, type Page } from './page.js';
export { fetchDownload, type Download } from './pdf.js';
export type { Adjustable, Picture } from './picture.js';
export { insistOn, press, toUpload } from './press.js';
export { readSettings } from './settings.js';
export type { Entry, Summary } from '../cache/store/entry.js';
export type { Outcome } from '../flight/flight.js';
