/** Why a file is no use as a picture; the widget says it in the visitor's language. */
export type ImageProblem = 'image-invalid' | 'image-too-large' | 'image-unsupported';

export class ImageError extends Error {
  /** @param format what the bytes were recognised as, e.g. `HEIC` or `PDF`, to be named in the message */
  constructor(
    readonly code: ImageProblem,
    readonly format?: string,
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}
