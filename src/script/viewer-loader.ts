import { secondFile } from './second-file.js';

export const loadViewer = () => secondFile<typeof import('../element/viewer/viewer.js')>('viewer');
