/* eslint-disable @typescript-eslint/ban-ts-comment, @typescript-eslint/no-namespace, @typescript-eslint/no-explicit-any */
import type {
  PatternBeforeGenerateEvent,
  PatternErrorEvent,
  PatternPdfEvent,
  PatternQuotaEvent,
  PatternResultEvent,
  PatternStateEvent,
} from './element/events.js';
import type { PatternGenerator } from './element/pattern-generator.js';

type Text<Known extends string = never> = Known | (string & {});

/** The attributes, spelled as in HTML: every JSX library passes these on as they are. */
export interface PatternGeneratorAttributes {
  provider?: Text<'pixcraft' | 'picsart'>;
  endpoint?: string;
  'api-key'?: string;
  'image-url'?: string;
  niche?: string;
  'width-cm'?: number | string;
  'height-cm'?: number | string;
  'unit-width-cm'?: number | string;
  'unit-height-cm'?: number | string;
  'max-colors'?: number | string;
  'color-catalog'?: Text<'default' | 'custom'>;
  pattern?: Text<'hex' | 'mirror' | 'diamond' | 'hex2' | 'tile'>;
  width?: number | string;
  height?: number | string;
  'offset-x'?: number | string;
  'offset-y'?: number | string;
  rotate?: number | string;
  scale?: number | string;
  format?: Text<'JPG' | 'PNG' | 'WEBP'>;
  controls?: string;
  usage?: 'low' | 'always' | 'never';
  'low-usage'?: number | string;
  'contact-url'?: string;
  cache?: 'on' | 'off';
  'cache-size'?: number | string;
  'cache-days'?: number | string;
  timeout?: number | string;
  'max-wait'?: number | string;
  history?: 'on' | 'off';
  'no-pdf'?: boolean;
  disabled?: boolean;
}

/** Set as properties by React 19 and Preact, provided that the element is defined before it is rendered. */
export interface PatternGeneratorProperties extends Partial<
  Pick<
    PatternGenerator,
    | 'apiKey'
    | 'imageUrl'
    | 'widthCm'
    | 'heightCm'
    | 'unitWidthCm'
    | 'unitHeightCm'
    | 'maxColors'
    | 'colorCatalog'
    | 'offsetX'
    | 'offsetY'
    | 'lowUsage'
    | 'contactUrl'
    | 'cacheSize'
    | 'cacheDays'
    | 'maxWait'
    | 'noPdf'
    | 'parameters'
    | 'strings'
    | 'authorize'
  >
> {
  image?: PatternGenerator['image'] | null;
}

/** React 19 and Preact listen to an event whose name follows `on`, letter for letter. */
export interface PatternGeneratorListeners {
  'onpattern-before-generate'?: (event: PatternBeforeGenerateEvent) => void;
  'onpattern-state'?: (event: PatternStateEvent) => void;
  'onpattern-result'?: (event: PatternResultEvent) => void;
  'onpattern-pdf'?: (event: PatternPdfEvent) => void;
  'onpattern-quota'?: (event: PatternQuotaEvent) => void;
  'onpattern-error'?: (event: PatternErrorEvent) => void;
}

/** What any HTML element takes, without the types of any one library; `aria-*` and `data-*` are never checked by JSX. */
interface AnyElement {
  id?: string;
  class?: string;
  className?: string;
  style?: string | object;
  slot?: string;
  part?: string;
  lang?: string;
  dir?: Text<'ltr' | 'rtl' | 'auto'>;
  title?: string;
  hidden?: boolean;
  children?: any;
  key?: any;
  ref?: any;
  suppressHydrationWarning?: boolean;
  [listener: `on${Capitalize<string>}`]: ((event: any) => void) | undefined;
}

/** Everything that `<pattern-generator>` takes in JSX. */
export interface PatternGeneratorJSX
  extends AnyElement, PatternGeneratorAttributes, PatternGeneratorProperties, PatternGeneratorListeners {}

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

declare global {
  /** Older React, and libraries without a namespace of their own. */
  namespace JSX {
    interface IntrinsicElements {
      'pattern-generator': PatternGeneratorJSX;
    }
  }
}
