import { OWNER_MUST_ACT } from '../../core/pattern-error.js';
import type { Generation } from '../../generation/generation.js';
import type { ProviderFace } from '../../providers/provider.js';
import type { PatternSettings } from '../settings.js';

export interface Buttons {
  /** Name of the text on the Generate button. */
  label: 'generate' | 'show' | 'retry';
  enabled: boolean;
  /** Name of the text on the download button; absent where there is nothing to download. */
  download?: 'pdf' | 'save';
}

/** What the buttons say and whether they can be pressed. */
export function buttonsFor(
  { state, error, kept, source, result }: Pick<Generation, 'state' | 'error' | 'kept' | 'source' | 'result'>,
  face: ProviderFace,
  { noPdf, disabled }: Pick<PatternSettings, 'noPdf' | 'disabled'>,
): Buttons {
  const helpless = state === 'exhausted' || OWNER_MUST_ACT.has(error?.code);
  return {
    label: kept ? 'show' : state === 'error' && source ? 'retry' : 'generate',
    enabled: !disabled && !!source && (kept || !helpless),
    download: noPdf ? undefined : result?.image ? 'save' : face.download === 'pdf' ? 'pdf' : undefined,
  };
}
