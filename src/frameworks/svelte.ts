/* eslint-disable @typescript-eslint/ban-ts-comment */
// `import type {} from 'pattern-generator-element/svelte'`: <pattern-generator> in Svelte's templates.
/** @ts-ignore: where Svelte is installed */
import type { HTMLAttributes } from 'svelte/elements';
import type { PatternGeneratorListeners, PatternGeneratorProps } from './props.js';

/** @ts-ignore: where Svelte is installed */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'pattern-generator': HTMLAttributes<HTMLElement> &
      PatternGeneratorProps &
      PatternGeneratorListeners<'on'> &
      PatternGeneratorListeners<'on:'>;
  }
}
