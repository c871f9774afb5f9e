type Box = readonly [x: number, y: number, width: number, height: number];

/** The accent between two lines of the background, to be seen on any colour. */
export function frame(canvas: HTMLCanvasElement, box: Box, ratio: number, thick = 2): void {
  const ctx = canvas.getContext('2d')!;
  const { backgroundColor, caretColor } = getComputedStyle(canvas);
  for (const [style, width] of [
    [backgroundColor, 5],
    [caretColor, thick],
  ] as const) {
    ctx.strokeStyle = style;
    ctx.lineWidth = width * ratio;
    ctx.strokeRect(...box);
  }
}
