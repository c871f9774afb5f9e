const ROWS = 32;

/** Whether most pixels have the colour of their neighbour, as in a drawing; in a photograph hardly any do. A sample of rows tells. */
export function isFlat(canvas: HTMLCanvasElement): boolean {
  const { width, height } = canvas;
  const context = canvas.getContext('2d')!;
  let same = 0;
  let all = 0;
  for (let row = 0; row < ROWS; row++) {
    const { data } = context.getImageData(0, Math.floor(((row + 0.5) / ROWS) * height), width, 1);
    const pixels = new Uint32Array(data.buffer);
    for (let x = 1; x < width; x++, all++) if (pixels[x] === pixels[x - 1]) same++;
  }
  return same > all / 2;
}
