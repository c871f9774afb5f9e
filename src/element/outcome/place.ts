// @csspart studio-coming - the picture in the studio's place, until the studio stands there
// @csspart coming-picture - the picture in it
import type { Place } from '../views/view.js';
import { may } from '../wishes.js';
import { frameView } from './frame.js';
import type { Scene } from './parts.js';

/** The shapes that the studio's picture may have. */
const FLATTEST = 1.6;
const TALLEST = 0.8;

/** The lines beside the studio's picture, or below it, that will be there; each as high as a property of the sheet says. */
function linesOf({ face, page, values }: Scene): string[] {
  const offers = (...tools: string[]) => !page.studio || tools.some((tool) => page.studio!.split(/\s+/).includes(tool));
  const free = (name: string) => may(name, page.controls, face);
  const sized = face.fields.some(({ name }) => name === 'widthCm');
  const size = sized && offers('size') && (free('widthCm') || free('heightCm'));
  const niche = face.fields.find(({ name }) => name === 'niche');
  const lines = {
    tools: offers('crop', 'turn', 'light'),
    size,
    fabric: size && (values.niche ?? niche?.initial) === 'crossstitch',
    colors: free('maxColors'),
    news: sized,
  };
  return Object.entries(lines).flatMap(([name, there]) => (there ? [name] : []));
}

/**
 * The studio's place. It is made in the moment in which a picture is chosen, as large as the studio will be: its file may arrive seconds
 * later, and a button that moves then is missed by whoever is about to press it. Until then the widget's own fields stand there.
 */
export function placeOf(scene: Scene): Place | undefined {
  const { html, studio, page, face, thumbnail } = scene;
  const coming = studio !== 'stands';
  // Where one picture follows another the place stays; null is one that cannot be drawn.
  const size = scene.thumbnailSize === undefined ? scene.lastSize : scene.thumbnailSize;
  if (!studio || (coming && !size)) return;
  const [width, height] = size ?? [3, 2];
  const ratio = width / height;
  const fields = ['maxColors', ...(/size|^$/.test(page.studio ?? '') ? ['widthCm', 'heightCm'] : [])];
  const own = face.fields.filter(({ name }) => may(name, page.controls, face) && !fields.includes(name));
  const lines = linesOf(scene).map((name) => ` + var(--_space) + var(--_${name})`);
  return {
    fields,
    place: `${studio} ${own.length > 1 ? 'many' : ''}`,
    room:
      studio === 'missing'
        ? `--_ratio:${ratio}`
        : `--_ratio:${Math.min(FLATTEST, Math.max(TALLEST, ratio))};--_lines:calc(0px - var(--_space)${lines.join('')})`,
    coming: coming
      ? html`<div part="studio-coming">
          <img part="coming-picture" src=${thumbnail} alt="" />${studio === 'missing' ? frameView(scene) : ''}
        </div>`
      : undefined,
  };
}
