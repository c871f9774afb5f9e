import { OWNER_MUST_ACT } from '../../core/pattern-error.js';
import type { ProviderFace } from '../../providers/provider.js';
import type { Surface } from '../prelude.js';
import type { PatternSettings } from '../settings.js';

export interface Buttons {
  /** Name of the text on the Generate button; absent where no press could ever work. */
  label?: 'generate' | 'show' | 'retry';
  enabled: boolean;
  /** Name of the text on the download button; absent where there is nothing to download. */
  download?: 'pdf' | 'save';
}

/** What the buttons say and whether they can be pressed. */
export function buttonsFor(
  { state, error, strip: { kept }, source, result }: Pick<Surface, 'state' | 'error' | 'strip' | 'source' | 'result'>,
  face: ProviderFace,
  { noPdf, disabled }: Pick<PatternSettings, 'noPdf' | 'disabled'>,
): Buttons {
  const failed = state === 'error';
  // Only another picture helps, or only the owner can.
  const hopeless = failed && (!source || OWNER_MUST_ACT.has(error?.code));
  return {
    // After a wrong value it is not the same thing that is tried again.
    label: kept ? 'show' : hopeless ? undefined : failed && !error?.field ? 'retry' : 'generate',
    enabled: !disabled && !!source && (kept || state !== 'exhausted'),
    download: noPdf ? undefined : result?.image ? 'save' : face.download === 'pdf' ? 'pdf' : undefined,
  };
}
