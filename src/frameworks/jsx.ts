/* eslint-disable @typescript-eslint/ban-ts-comment, @typescript-eslint/no-namespace, @typescript-eslint/no-explicit-any */
// `import type {} from 'pattern-generator-element/jsx'`: <pattern-generator> in the JSX of React, Preact, Solid and others.
import type { PatternGeneratorListeners, PatternGeneratorProperties, PatternGeneratorProps } from './props.js';

/** What any HTML element takes, without the types of any one library; `aria-*` and `data-*` are never checked by JSX. */
interface AnyElement {
  id?: string;
  class?: string;
  className?: string;
  style?: string | object;
  slot?: string;
  part?: string;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto' | (string & {});
  title?: string;
  hidden?: boolean;
  children?: any;
  key?: any;
  ref?: any;
  suppressHydrationWarning?: boolean;
  [listener: `on${Capitalize<string>}`]: ((event: any) => void) | undefined;
}

/** React 19 and Preact make properties of what the element has as such, and listen to what follows `on`, letter for letter. */
export interface PatternGeneratorJSX extends AnyElement, PatternGeneratorProps, PatternGeneratorListeners<'on'> {}

/** Solid says itself what is to be a property (`prop:image`) and what an event (`on:pattern-result`). */
type Explicit = { [Name in keyof PatternGeneratorProperties as `prop:${Name}`]?: PatternGeneratorProperties[Name] };
export interface PatternGeneratorSolidJSX extends AnyElement, PatternGeneratorProps, Explicit, PatternGeneratorListeners<'on:'> {}

// Each library looks for its elements in a place of its own. A library that is not installed cannot be augmented, and need
// not be: `@ts-ignore` in this spelling is the one that stays in the emitted declarations.

/** @ts-ignore: React 18.2 and later */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pattern-generator': PatternGeneratorJSX;
    }
  }
}

/** @ts-ignore: Preact */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'pattern-generator': PatternGeneratorJSX;
    }
  }
}

/** @ts-ignore: Solid */
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'pattern-generator': PatternGeneratorSolidJSX;
    }
  }
}

declare global {
  /** Older React, and libraries without a namespace of their own. */
  namespace JSX {
    interface IntrinsicElements {
      'pattern-generator': PatternGeneratorJSX;
    }
  }
}
