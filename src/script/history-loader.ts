import { secondFile } from './second-file.js';

export const loadHistory = () => secondFile<typeof import('../element/history/history.js')>('history');
