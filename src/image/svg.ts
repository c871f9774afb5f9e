import type { Size } from './header.js';

const ROOT = /<svg\s[^<>]*>/;

/** Width and height of a drawing's view box. Its own size may be missing, a percentage or tiny, and says nothing about detail. */
export function viewBox(text: string): Size | undefined {
  const box = /\sviewBox\s*=\s*["']([^"']+)/.exec(ROOT.exec(text)?.[0] ?? '');
  return box?.[1]!
    .trim()
    .split(/[\s,]+/)
    .slice(2)
    .map(Number);
}

/**
 * Made ready for a canvas: `side` pixels long if a view box lets it scale (there are no pixels to enlarge, and Firefox draws nothing
 * without a size in pixels, https://bugzil.la/700533), and without foreignObject, which would make the canvas unreadable
 * (https://crbug.com/294129): what is in a plain group and is not SVG is not drawn.
 */
export function svgAtSide(text: string, side: number): string {
  const [width, height] = viewBox(text) ?? [];
  const scale = side / Math.max(width!, height!);
  return text
    .replaceAll('foreignObject', 'g')
    .replace(ROOT, (root) =>
      scale
        ? `<svg width="${width! * scale}" height="${height! * scale}"` + root.slice(4).replace(/\s(width|height)\b/g, ' data-$1')
        : root,
    );
}
