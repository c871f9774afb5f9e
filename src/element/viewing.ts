// The third file: what is seen only once there is a pattern, or several that are kept.
export { mountHistory } from './history/history.js';
export { mount } from './viewer/viewer.js';
