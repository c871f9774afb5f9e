// Every attribute of the element, as the playground's form shows it. A value equal to the default is left out of the snippet.
export interface Attribute {
  name: string;
  kind: 'text' | 'number' | 'flag' | readonly string[];
  initial?: string;
  hint?: string;
  provider?: 'pixcraft' | 'picsart';
}

const pixcraft = (name: string, kind: Attribute['kind'], hint?: string): Attribute => ({
  name,
  kind,
  hint,
  provider: 'pixcraft',
});
const picsart = (name: string, kind: Attribute['kind'], hint?: string): Attribute => ({ name, kind, hint, provider: 'picsart' });

export const GROUPS: Record<string, Attribute[]> = {
  'The pattern': [
    pixcraft('niche', ['', 'crossstitch', 'embroidery', 'curtains', 'lego', 'rugs', 'beads', 'mosaic']),
    pixcraft('width-cm', 'number', '10 to 1000'),
    pixcraft('height-cm', 'number', '10 to 1000'),
    pixcraft('unit-width-cm', 'number', 'the craft’s own'),
    pixcraft('unit-height-cm', 'number', 'the craft’s own'),
    pixcraft('max-colors', 'number', 'the API’s choice'),
    pixcraft('color-catalog', ['', 'default', 'custom']),
    picsart('pattern', ['', 'hex', 'mirror', 'diamond', 'hex2', 'tile']),
    picsart('width', 'number', '1024'),
    picsart('height', 'number', '1024'),
    picsart('offset-x', 'number', '0'),
    picsart('offset-y', 'number', '0'),
    picsart('rotate', 'number', '−180 to 180'),
    picsart('scale', 'number', '0.5 to 10'),
    picsart('format', ['', 'JPG', 'PNG', 'WEBP']),
    { name: 'image-url', kind: 'text', hint: '/pictures/robin.jpg' },
  ],
  'What the visitor sees': [
    { name: 'controls', kind: 'text', hint: 'image niche width-cm …' },
    { name: 'usage', kind: ['low', 'always', 'never'], initial: 'low' },
    { name: 'low-usage', kind: 'number', initial: '50' },
    { name: 'contact-url', kind: 'text', hint: 'mailto:…' },
    { name: 'history', kind: ['on', 'off'], initial: 'on' },
    { name: 'no-pdf', kind: 'flag' },
    { name: 'disabled', kind: 'flag' },
  ],
  'Behind it': [
    { name: 'cache', kind: ['on', 'off'], initial: 'on' },
    { name: 'cache-size', kind: 'number', initial: '50', hint: 'MB' },
    { name: 'cache-days', kind: 'number', initial: '30' },
    { name: 'timeout', kind: 'number', initial: '60', hint: 'seconds' },
    { name: 'max-wait', kind: 'number', initial: '120', hint: 'seconds' },
  ],
};

/** The theme's custom properties, with the element's own light values to start from. */
export const COLOURS: Record<string, string> = {
  accent: '#a8432d',
  'accent-text': '#ffffff',
  surface: '#fffdfa',
  text: '#2a2622',
  muted: '#6d645b',
  border: '#e2dad0',
};

/** The demo shop's proxies. */
export const ACCESS = {
  pixcraft: { endpoint: '/patterns' },
  picsart: { provider: 'picsart', endpoint: '/textures' },
} as const;
