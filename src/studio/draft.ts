// Everything about drafts, a file of its own: what asks for them and paints them on the page, and the desk where they are made.
// Run in a worker it is the desk alone.
export { Drawing } from './drawing.js';
export { work } from './worker.js';
