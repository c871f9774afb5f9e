/* eslint-disable @typescript-eslint/ban-ts-comment */
// `import type {} from 'pattern-generator-element/vue'`: <pattern-generator> in Vue's templates.
import type { PatternGeneratorListeners, PatternGeneratorProps } from './props.js';

interface Component {
  new (): {
    $props: PatternGeneratorProps & PatternGeneratorListeners<'on'> & VueListeners;
    $slots: Partial<Record<'heading' | 'generate-label' | 'exhausted' | 'history-label' | 'footer', () => unknown>>;
  };
}

/** `@pattern-result` is the property `onPattern-result` of a component. */
type VueListeners = {
  [Name in keyof PatternGeneratorListeners<''> as `on${Capitalize<Name>}`]?: PatternGeneratorListeners<''>[Name];
};

/** @ts-ignore: where Vue is installed */
declare module 'vue' {
  interface GlobalComponents {
    'pattern-generator': Component;
  }
}
