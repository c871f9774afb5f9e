import { secondFile } from './second-file.js';

export const loadViewer = () => secondFile<typeof import('../element/viewing.js')>('viewer');
