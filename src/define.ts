import { PatternGenerator } from './element/pattern-generator.js';

export * from './index.js';

PatternGenerator.define();
