import type { Choice, ProviderFace } from '../provider.js';

// Niche ids and most unit sizes are assumed (only the curtains' is documented); the API's own list goes before these.
const choice = (id: string, width: number, height = width): Choice => ({
  id,
  name: id,
  brings: { unitWidthCm: width, unitHeightCm: height },
});

const unit = { min: 0.05, max: 100, step: 0.01 };
const size = { min: 10, max: 1000, step: 0.1 };

export const pixcraftFace: ProviderFace = {
  name: 'pixcraft',
  base: 'https://www.pixcraft.es',
  fields: [
    { name: 'niche', initial: 'crossstitch', refusedAs: 'niche-invalid' },
    { name: 'widthCm', ...size, initial: 30 },
    { name: 'heightCm', ...size, initial: 20 },
    { name: 'unitWidthCm', ...unit },
    { name: 'unitHeightCm', ...unit },
    { name: 'maxColors', min: 1, max: 500, step: 1 },
    { name: 'colorCatalog', options: ['default', 'custom'], initial: 'default' },
  ],
  download: 'pdf',
  controls: ['niche', 'widthCm', 'heightCm', 'maxColors'],
  menu: {
    field: 'niche',
    choices: [
      choice('crossstitch', 0.18),
      choice('embroidery', 0.15),
      choice('curtains', 1.5, 2),
      choice('lego', 0.8),
      choice('rugs', 0.5),
      choice('beads', 0.5),
      choice('mosaic', 1),
    ],
  },
};
