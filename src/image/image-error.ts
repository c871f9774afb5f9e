/** Why a file is no use as a picture; the widget says it in the visitor's language. */
export type ImageProblem = 'image-invalid' | 'image-too-large' | 'image-unsupported';

/** What is known beyond the code, where it helps: everything here may be absent. */
export interface ImageFacts {
  /** What the bytes were recognised as, e.g. `HEIC` or `PDF`, to be named in the message. */
  format?: string;
  /**
   * With `image-invalid`: `cut-short`, the file lacks its end (half a download, a camera that lost its power); `changed`, it cannot be
   * read any more, because it was moved or changed since it was chosen, or is a folder. Without a reason it is damaged or no picture.
   * With `image-too-large`: `too-complex`, a drawing of more parts than can be drawn without a stall.
   */
  reason?: 'cut-short' | 'changed' | 'too-complex';
  /** With `image-too-large`: how large it is and what the limit is, in million pixels … */
  megapixels?: number;
  /** … or in bytes. `limit` is counted as the one that is there. */
  bytes?: number;
  limit?: number;
  cause?: unknown;
}

export class ImageError extends Error {
  override name = 'ImageError';
  declare readonly format?: string;
  declare readonly reason?: ImageFacts['reason'];
  declare readonly megapixels?: number;
  declare readonly bytes?: number;
  declare readonly limit?: number;

  constructor(
    readonly code: ImageProblem,
    facts: ImageFacts = {},
  ) {
    super(code);
    Object.assign(this, facts);
  }
}
