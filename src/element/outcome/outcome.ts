// What is seen, said and done from the first press on.
export { begin } from './begin.js';
