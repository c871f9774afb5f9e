// One cell of each craft as a transparent drawing of light and shade. Repeated over the flat colours by a single fill, it costs
// the same for ten cells and for ten thousand.
const size = 64;
const middle = size / 2;

type Brush = CanvasRenderingContext2D;

/** Leaves free what the material covers; the cloth or the background shows around it. */
const around = (brush: Brush, shape: () => void) => {
  brush.fillStyle = 'rgb(250 247 242 / .78)';
  brush.fillRect(0, 0, size, size);
  brush.globalCompositeOperation = 'destination-out';
  shape();
  brush.globalCompositeOperation = 'source-over';
};
const line = (brush: Brush, width: number, color: string, ...points: number[]) => {
  brush.lineWidth = width;
  brush.strokeStyle = color;
  brush.beginPath();
  for (let i = 0; i < points.length; i += 4) {
    brush.moveTo(points[i]!, points[i + 1]!);
    brush.lineTo(points[i + 2]!, points[i + 3]!);
  }
  brush.stroke();
};
const ring = (brush: Brush, radius: number, width: number, color: string, from = 0, to = 7) => {
  brush.lineWidth = width;
  brush.strokeStyle = color;
  brush.beginPath();
  brush.arc(middle, middle, radius, from, to);
  brush.stroke();
};

const cross = (brush: Brush) => {
  around(brush, () => line(brush, 19, '#000', 9, 55, 55, 9, 9, 9, 55, 55));
  line(brush, 2, 'rgb(0 0 0 / .28)', 16, 2, 62, 48, 2, 16, 48, 62);
};
const bead = (brush: Brush) => {
  around(brush, () => ring(brush, 19, 22, '#000'));
  ring(brush, 22, 4, 'rgb(255 255 255 / .5)', 3.3, 4.6);
};
const brick = (brush: Brush) => {
  ring(brush, 19, 4, 'rgb(0 0 0 / .22)', -0.6, 2.4);
  ring(brush, 19, 4, 'rgb(255 255 255 / .4)', 2.6, 5.5);
};
const crafts = new Map([
  ['crossstitch', cross],
  ['embroidery', cross],
  ['beads', bead],
  ['curtains', bead],
  ['lego', brick],
]);

/** Lays the craft's texture over the box; `cell` and the origin are in pixels of the canvas. */
export function lay(ctx: Brush, niche: string | undefined, box: [number, number, number, number], matrix: DOMMatrix2DInit): void {
  const draw = crafts.get(niche!);
  if (!draw) return;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  draw(tile.getContext('2d')!);
  const pattern = ctx.createPattern(tile, 'repeat')!;
  pattern.setTransform({ ...matrix, a: matrix.a! / size, d: matrix.d! / size });
  ctx.fillStyle = pattern;
  ctx.fillRect(...box);
}
