const ROOT = /<svg\s[^<>]*>/;

/**
 * Made ready for a canvas: `side` pixels long if a view box lets it scale (there are no pixels to enlarge, and Firefox draws nothing
 * without a size in pixels, https://bugzil.la/700533), and without foreignObject, which would make the canvas unreadable
 * (https://crbug.com/294129): what is in a plain group and is not SVG is not drawn.
 */
export function svgAtSide(text: string, side: number): string {
  return text.replaceAll('foreignObject', 'g').replace(ROOT, (root) => {
    const [, , width, height] =
      /\sviewBox\s*=\s*["']\s*([^"']+)/
        .exec(root)?.[1]!
        .split(/[\s,]+/)
        .map(Number) ?? [];
    if (!width || !height) return root;
    const scale = side / Math.max(width, height);
    const own = root.slice(4).replace(/\s(width|height)\b/g, ' data-$1');
    return `<svg width="${width * scale}" height="${height * scale}"${own}`;
  });
}
