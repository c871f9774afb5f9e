import type { ProviderFace } from '../provider.js';

export const picsartFace: ProviderFace = {
  name: 'picsart',
  base: 'https://api.picsart.io/tools/1.0',
  fields: [
    { name: 'pattern', options: ['hex', 'mirror', 'diamond', 'hex2', 'tile'], initial: 'hex' },
    { name: 'width', min: 1, max: 8000, step: 1, initial: 1024 },
    { name: 'height', min: 1, max: 8000, step: 1, initial: 1024 },
    { name: 'offsetX', min: -8000, max: 8000, step: 1, initial: 0 },
    { name: 'offsetY', min: -8000, max: 8000, step: 1, initial: 0 },
    { name: 'rotate', min: -180, max: 180, step: 1, initial: 0 },
    { name: 'scale', min: 0.5, max: 10, step: 0.1, initial: 1 },
    { name: 'format', options: ['JPG', 'PNG', 'WEBP'], initial: 'JPG' },
  ],
  download: 'picture',
  controls: ['pattern', 'width', 'height', 'scale', 'rotate'],
};
