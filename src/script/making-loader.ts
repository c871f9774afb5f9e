import { secondFile } from './second-file.js';

export const loadMaking = () => secondFile<typeof import('../generation/making.js')>('making');
