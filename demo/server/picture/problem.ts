export type ProblemKind = 'too-large' | 'unreadable' | 'unreachable';

/** A picture that cannot be used. Each provider says so in its own codes. */
export class PictureProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    message: string,
  ) {
    super(message);
  }
}
