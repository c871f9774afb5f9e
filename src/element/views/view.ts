import type { ProviderFace } from '../../providers/provider.js';
import type { Lit } from '../files.js';
import type { Surface } from '../prelude.js';
import type { PatternSettings } from '../settings.js';
import type { Strings } from '../texts/strings.js';
import type { Buttons } from './buttons.js';

/** The place of the studio, from the moment on in which a picture is chosen. */
export interface Place {
  /** The fields that the studio shows in place of the widget's own. */
  fields: readonly string[];
  /** Words for the style sheet. */
  place: string;
  /** As a style: how much room is kept. */
  room: string;
  /** What stands there until the studio does. */
  coming?: unknown;
}

/** All that is known when the widget is drawn, and what the visitor can do. Each view takes what it needs. */
export interface View extends Lit {
  strings: Strings;
  lang: string;
  /** What the page set. */
  page: PatternSettings;
  face: ProviderFace;
  now: Surface;
  /** A press is under way. */
  busy: boolean;
  /** Nothing may be changed: switched off, or busy. */
  fixed: boolean;
  buttons: Buttons;
  /** What stands in the fields. */
  values: Record<string, unknown>;
  /** Address of the picture. */
  thumbnail?: string;
  /** Of the picture as it is drawn; null where the browser cannot draw it. */
  thumbnailSize?: [width: number, height: number] | null;
  /** More than one picture was given, of which the first is taken. */
  several: boolean;
  choose(file: File): void;
  /** The picture has been drawn, or cannot be. */
  drawn(size: [width: number, height: number] | null): void;
  /** `settled`: the visitor is done with this field. */
  change(name: string, value: string, settled: boolean): void;
  generate(): void;
}
