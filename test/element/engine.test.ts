import { createPattern } from '../../src/engine/index.js';
import { goldenCatalogue, goldenHash, goldenOptions, hashPattern, makePicture } from '../unit/engine/golden.js';

it('makes the same cells in this browser as in Node', () => {
  expect(hashPattern(createPattern(makePicture(), goldenOptions))).toBe(goldenHash);
  expect(goldenCatalogue.length).toBeGreaterThan(1);
});
