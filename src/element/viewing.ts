// The third file: what is seen only once there is a pattern, or several that are kept.
export { showHistory } from './history/history.js';
export { showPattern } from './viewer/viewer.js';
