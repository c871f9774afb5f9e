import type { Generation } from '../../generation/generation.js';
import type { ProviderFace } from '../../providers/provider.js';
import type { Lit } from '../files.js';
import type { PatternSettings } from '../settings.js';
import type { Strings } from '../texts/strings.js';
import type { Buttons } from './buttons.js';

/** All that is known when the widget is drawn, and what the visitor can do. Each view takes what it needs. */
export interface View extends Lit {
  strings: Strings;
  lang: string;
  /** What the page set. */
  page: PatternSettings;
  face: ProviderFace;
  generation: Generation;
  /** A press is under way. */
  busy: boolean;
  /** Nothing may be changed: switched off, or busy. */
  fixed: boolean;
  buttons: Buttons;
  /** What stands in the fields. */
  values: Record<string, unknown>;
  /** Addresses of the picture, and of the result's. */
  thumbnail?: string;
  preview?: string;
  /** The viewer shows the result, so that its simple form need not. */
  viewing: boolean;
  /** The download is under way. */
  saving: boolean;
  choose(file: File): void;
  /** `settled`: the visitor is done with this field. */
  change(name: string, value: string, settled: boolean): void;
  generate(): void;
  download(): void;
}
