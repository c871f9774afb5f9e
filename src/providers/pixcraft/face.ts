import type { ProviderFace } from '../provider.js';

const unit = { min: 0.05, max: 100, step: 0.01 };
const size = { min: 10, max: 1000, step: 0.1 };

export const pixcraftFace: ProviderFace = {
  name: 'pixcraft',
  base: 'https://www.pixcraft.es',
  fields: [
    { name: 'niche', initial: 'crossstitch', refusedAs: 'niche-invalid' },
    { name: 'widthCm', ...size, initial: 30 },
    { name: 'heightCm', ...size, initial: 20, follows: 'widthCm' },
    { name: 'unitWidthCm', ...unit },
    { name: 'unitHeightCm', ...unit },
    { name: 'maxColors', min: 1, max: 500, step: 1 },
    { name: 'colorCatalog', options: ['default', 'custom'], initial: 'default', unsent: true },
  ],
  download: 'pdf',
  controls: ['niche', 'widthCm', 'heightCm', 'maxColors'],
  menu: {
    field: 'niche',
    // These ids are assumed; the API's own list goes before them.
    choices: ['crossstitch', 'embroidery', 'curtains', 'lego', 'rugs', 'beads', 'mosaic'].map((id) => ({ id, name: id })),
  },
};
