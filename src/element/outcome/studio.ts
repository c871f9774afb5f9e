import type { Generation } from '../../generation/generation.js';
import { BUSY } from '../../generation/states.js';
import type { Opened } from '../../generation/picture.js';
import type { Backstage } from './begin.js';
import { panel } from './panel.js';

/** What the studio is handed: all that there is, of which it takes what it needs. */
export interface Easel extends Backstage {
  generation: Generation;
  picture: Opened;
  /** What is wrong with the field of an error. */
  wrong?: string;
  /** New whenever the widget is drawn. */
  look: object;
}

/** The studio, for as long as there is a picture and no pattern. Tells which fields it shows in place of the widget's own. */
export function studio(
  backstage: Backstage,
  generation: Generation,
  wrong: () => string | undefined,
): () => readonly string[] | undefined {
  const { host, files, lit } = backstage;
  const stands = panel<Easel>(host, lit, 'studio', {
    load: async () => (await files.studio()).mount,
    wanted() {
      const { state, result } = generation;
      const picture = generation.picture.open;
      // A visitor who may change nothing may do so here neither, unless the page names it.
      const none = (host.studio ?? host.controls) === 'none';
      const idle = !picture?.opened || result || none || BUSY.has(state);
      return idle ? undefined : { ...backstage, generation, picture: picture.opened!, wrong: wrong(), look: {} };
    },
  });
  return () => (stands() ? ['maxColors', ...(/size|^$/.test(host.studio ?? '') ? ['widthCm', 'heightCm'] : [])] : undefined);
}
