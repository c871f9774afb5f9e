/* eslint-disable @typescript-eslint/ban-ts-comment */
// `import type {} from 'pattern-generator-element/svelte'`: <pattern-generator> in Svelte's templates.
/** @ts-ignore: where Svelte is installed */
import type { HTMLAttributes } from 'svelte/elements';
import type { PatternGenerator } from '../element/pattern-generator.js';
import type { PatternGeneratorListeners, PatternGeneratorProps } from './props.js';

/** @ts-ignore: where Svelte is installed */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'pattern-generator': HTMLAttributes<PatternGenerator> &
      PatternGeneratorProps &
      PatternGeneratorListeners<'on'> &
      PatternGeneratorListeners<'on:'>;
  }
}
