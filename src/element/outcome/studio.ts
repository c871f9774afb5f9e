import { BUSY } from '../../generation/states.js';
import type { Generation } from '../../generation/generation.js';
import type { Opened, PictureSource } from '../../generation/picture.js';
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

/** Its file is on the way, it stands there, or the file cannot be had. */
export type Studying = 'coming' | 'stands' | 'missing';

/** What can surely be read; of an address elsewhere that shows once it has been. */
function isNear(source: PictureSource): boolean {
  if (source instanceof Blob) return true;
  try {
    const { protocol, origin } = new URL(source, document.baseURI);
    return protocol === 'data:' || origin === location.origin;
  } catch {
    return false;
  }
}

/** The studio, for as long as there is a picture and no pattern. Tells how it stands with it; nothing where none is wanted. */
export function studio(
  backstage: Backstage,
  generation: Generation,
  wrong: () => string | undefined,
): () => Studying | undefined {
  const { host, files, lit } = backstage;
  let missing = false;
  const wanted = () => {
    const { state, result, source } = generation;
    // A visitor who may change nothing may do so here neither, unless the page names it.
    const none = (host.studio ?? host.controls) === 'none';
    const { open } = generation.picture;
    const read = open ? open.opened : source && isNear(source);
    return read && !result && !none && !BUSY.has(state);
  };
  const load = () =>
    files.studio().then(
      ({ mount }) => {
        missing = false;
        return mount;
      },
      (cause) => {
        if (!missing) host.requestUpdate();
        missing = true;
        throw cause;
      },
    );
  const stands = panel<Easel>(host, lit, 'studio', {
    load,
    wanted() {
      const picture = wanted() && generation.picture.open?.opened;
      return picture ? { ...backstage, generation, picture, wrong: wrong(), look: {} } : undefined;
    },
  });
  return () => {
    if (stands()) return 'stands';
    if (!wanted()) return;
    if (missing) return 'missing';
    // On its way while the picture is being opened.
    void load().catch(() => {});
    return 'coming';
  };
}
