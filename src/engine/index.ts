export { createPattern } from './create-pattern.js';
export { replay } from './guide.js';
export type {
  CatalogueColor,
  ColorPlaces,
  Difficulty,
  Direction,
  GuideStep,
  Material,
  Pattern,
  PatternOptions,
  Pixels,
  Run,
} from './pattern.js';
