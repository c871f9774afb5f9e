import { canonicalJson } from './canonical-json.js';
import { sha256 } from './sha256.js';

// Raised when the meaning of a kept answer changes, so that an old one is never shown for a new question.
const SCHEMA = 1;

/** Everything that decides what the answer will be, and nothing else: never the API key. */
export interface DesignParts {
  provider: string;
  endpoint: string;
  /** SHA-256 of the picture's own bytes, or its URL; with what was done to it, see `adjusted`. */
  picture: string;
  /** Effective parameters, after the provider's defaults and units. */
  parameters: Record<string, unknown>;
}

/** The one spelling of a design. */
export const designText = ({ provider, endpoint, picture, parameters }: DesignParts): string =>
  canonicalJson([SCHEMA, provider, endpoint.replace(/\/+$/, ''), picture, parameters]);

/** The name under which a design is kept and by which two presses know that they want the same. */
export const designKey = (parts: DesignParts): Promise<string> => sha256(designText(parts));

/** The picture as the studio left it. What stands at nothing (no turn, no light) counts as untouched: that keeps its old name. */
export function adjusted(picture: string, adjustments: object = {}): string {
  const made = Object.entries(adjustments).filter(([, value]) => value);
  return made.length ? `${picture}|${canonicalJson(Object.fromEntries(made))}` : picture;
}
