export { finish, inSlices, type Work } from '../core/slices.js';
