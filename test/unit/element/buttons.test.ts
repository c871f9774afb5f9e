import { PatternError, type PatternErrorCode } from '../../../src/core/pattern-error.js';
import type { ProviderFace } from '../../../src/providers/provider.js';
import { picsartFace } from '../../../src/providers/picsart/face.js';
import { pixcraftFace } from '../../../src/providers/pixcraft/face.js';
import { buttonsFor } from '../../../src/element/views/buttons.js';

type Given = Partial<Parameters<typeof buttonsFor>[0] & Parameters<typeof buttonsFor>[2]> & {
  face?: ProviderFace;
  kept?: boolean;
};
const buttons = ({ face = pixcraftFace, noPdf = false, disabled = false, kept = false, ...given }: Given) =>
  buttonsFor({ state: 'ready', strip: { kept, history: [] }, source: 'cat.png', ...given }, face, { noPdf, disabled });
const failed = (code: PatternErrorCode) => ({ state: 'error', error: new PatternError(code) }) as const;

it.each<[string, Given, string]>([
  ['ready', {}, 'generate, on'],
  ['empty', { state: 'empty', source: undefined }, 'generate, off'],
  ['disabled', { disabled: true }, 'generate, off'],
  ['exhausted', { state: 'exhausted' }, 'generate, off'],
  ['exhausted, but kept', { state: 'exhausted', kept: true }, 'show, on'],
  ['exhausted, kept, but disabled', { state: 'exhausted', kept: true, disabled: true }, 'show, off'],
  ['a lost connection', failed('network'), 'retry, on'],
  ['a picture that was refused', { ...failed('image-invalid'), source: undefined }, 'none'],
  ['a wrong key', failed('unauthorized'), 'none'],
  ['a forbidden page', failed('forbidden'), 'none'],
  ['a wrong address', failed('misconfigured'), 'none'],
  ['a wrong value', { state: 'error', error: new PatternError('parameters-invalid', { field: 'widthCm' }) }, 'generate, on'],
])('Generate: %s', (_, input, said) => {
  const { label, enabled } = buttons(input);
  expect(label ? `${label}, ${enabled ? 'on' : 'off'}` : 'none').toBe(said);
});

const result = { provider: 'x', materials: [], guide: [], raw: {} };
it.each<[string, Given, string | undefined]>([
  ['a PDF', {}, 'pdf'],
  ['not where the page wants none', { noPdf: true }, undefined],
  ['the picture, where there is one', { face: picsartFace, result: { ...result, image: new Blob() } }, 'save'],
  ['nothing where there is no picture', { face: picsartFace }, undefined],
])('the download: %s', (_, input, download) => {
  expect(buttons({ state: 'done', result, ...input }).download).toBe(download);
});
