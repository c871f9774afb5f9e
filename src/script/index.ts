export * from '../define.js';
