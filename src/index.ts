export { PatternGenerator } from './element/pattern-generator.js';
export * from './element/events.js';
export { registerLocale, type Strings } from './element/texts/strings.js';
export { PatternError, type PatternErrorCode } from './core/pattern-error.js';
export type { State } from './generation/generation.js';
export type { PictureSource } from './generation/picture.js';
export { registerProvider } from './providers/registry.js';
export type * from './providers/provider.js';
export type { Quota } from './quota/ledger.js';
