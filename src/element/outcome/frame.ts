// @csspart frame - the part of the picture that becomes the pattern
// @csspart frame-outside - what is left out
// @csspart frame-edge - the line between
import type { Scene } from './parts.js';

/** Width by height of the finished piece, where both are decided; where a height follows the picture nothing is cut off. */
export function pieceOf({ face, values }: Pick<Scene, 'face' | 'values'>): [width: number, height: number] | undefined {
  const { name, follows } = face.fields.find((field) => field.follows) ?? {};
  if (!name || !follows || !+(values[name] ?? 0)) return;
  const width = +(values[follows] || face.fields.find((field) => field.name === follows)?.initial || 0);
  const height = +values[name]!;
  return width > 0 && height > 0 ? [width, height] : undefined;
}

/** What will be kept of a picture that has another shape: the API cuts it from the middle. Lies on the thumbnail. */
export function frameView(scene: Scene): unknown {
  const piece = pieceOf(scene);
  const { html, strings, thumbnailSize } = scene;
  if (!piece || !thumbnailSize) return;
  const [width, height] = piece;
  const ratio = thumbnailSize[0] / thumbnailSize[1] / (width / height);
  // Less than a hundredth is nothing to be seen.
  if (Math.abs(Math.log(ratio)) < 0.01) return;
  return html`<svg part="frame" role="img" aria-label=${strings.frame} viewBox="0 0 ${width} ${height}">
    <path
      part="frame-outside"
      d="M${-9 * width} ${-9 * height}h${19 * width}v${19 * height}h${-19 * width}zM0 0v${height}h${width}v${-height}z"
    />
    <rect part="frame-edge" width=${width} height=${height} />
  </svg>`;
}
