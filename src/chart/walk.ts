export { walk, type Walk } from '../engine/walk.js';
