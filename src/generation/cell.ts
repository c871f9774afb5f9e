import type { Choice } from '../providers/provider.js';
import type { Design } from './making.js';

/** Size of one cell of a design, in centimetres, as well as it is known; undefined where an API makes none. */
export function cellOf({ settings, parameters }: Design, choices?: Choice[]): { width: number; height: number } | undefined {
  const { brings } = choices?.find(({ id }) => id === parameters.niche) ?? {};
  return settings.provider.unit?.({ ...brings, ...parameters });
}
