import type { ProviderFace } from '../providers/provider.js';

/** What the page says about how to generate, read anew at every press. */
export interface Settings {
  provider: ProviderFace;
  /** Absolute, without a trailing slash. */
  base: string;
  apiKey: string;
  authorize?: () => Promise<Record<string, string>> | Record<string, string>;
  /** Milliseconds before one request is given up. */
  timeout: number;
  /** Longest wait in milliseconds that is sat out without asking. */
  maxWait: number;
  /** Bounds of the cache; absent when the page switched it off. */
  cache?: { maxBytes: number; maxAge: number };
  /** What the page and the visitor chose, unchecked. */
  parameters: Record<string, unknown>;
}
