/* eslint-disable @typescript-eslint/ban-ts-comment */
// `import type {} from 'pattern-generator-element/vue'`: <pattern-generator> in Vue's templates.
import type { PatternGeneratorListeners, PatternGeneratorProps } from './props.js';

interface Component {
  new (): {
    $props: PatternGeneratorProps & PatternGeneratorListeners<'on'> & VueListeners;
    $slots: Partial<Record<'heading' | 'generate-label' | 'exhausted' | 'history-label' | 'footer', () => unknown>>;
  };
}

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Camel<Capitalize<Rest>>}` : Name;

/** `@pattern-result` is the property `onPattern-result` of a component; the template compiler looks for `onPatternResult`. */
type VueListeners = {
  [Name in keyof PatternGeneratorListeners<''> as `on${Capitalize<Name | Camel<Name>>}`]?: PatternGeneratorListeners<''>[Name];
};

/** @ts-ignore: where Vue is installed */
declare module 'vue' {
  interface GlobalComponents {
    'pattern-generator': Component;
  }
}
