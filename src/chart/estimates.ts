// Estimates, told as such. Nobody documents them; each assumption stands beside its number.

interface Sides {
  width: number;
  height: number;
}

/** How a craft is worked and sold. */
interface Work {
  /** Pieces that a practised hand sets in an hour. */
  perHour: number;
  /** Centimetres of material that are left around the finished piece, on each side. */
  margin?: number;
  /** What is bought at once. */
  pack?: { name: 'skeins' | 'bags'; pieces(unit: Sides): number };
}

/**
 * Whole stitches from a skein of 8 m, six threads of which two are used at a time: 24 m. A cross takes two diagonals in front and
 * two sides behind; half as much again for starts, ends and the way from one to the next.
 */
const crossesOfSkein = ({ width, height }: Sides) => Math.floor(2400 / (1.5 * (2 * Math.hypot(width, height) + 2 * height)));

const WORK: Record<string, Work> = {
  crossstitch: { perHour: 120, margin: 7.5, pack: { name: 'skeins', pieces: crossesOfSkein } },
  embroidery: { perHour: 150, margin: 7.5, pack: { name: 'skeins', pieces: crossesOfSkein } },
  curtains: { perHour: 300 },
  lego: { perHour: 500 },
  rugs: { perHour: 250, margin: 5 },
  beads: { perHour: 400, pack: { name: 'bags', pieces: () => 1000 } },
  mosaic: { perHour: 120 },
};

export interface Estimate {
  hours: number;
  /** Of the cloth or canvas to cut; absent where a craft needs none. */
  cut?: Sides;
  packs?: { name: 'skeins' | 'bags'; count: number };
}

export interface Piece {
  niche?: string;
  columns: number;
  rows: number;
  /** Of one stitch, bead or brick, in centimetres. */
  unit: Sides;
  materials: readonly { quantity: number }[];
}

/** For a draft or a result alike; undefined for a craft that is not known here. */
export function estimate({ niche = '', columns, rows, unit, materials }: Piece): Estimate | undefined {
  const work = Object.hasOwn(WORK, niche) ? WORK[niche]! : undefined;
  if (!work) return;
  const { perHour, margin, pack } = work;
  const each = pack && Math.max(1, pack.pieces(unit));
  return {
    hours: (columns * rows) / perHour,
    ...(margin && { cut: { width: columns * unit.width + 2 * margin, height: rows * unit.height + 2 * margin } }),
    // Each colour is bought by itself.
    ...(pack && {
      packs: { name: pack.name, count: materials.reduce((sum, { quantity }) => sum + Math.ceil(quantity / each!), 0) },
    }),
  };
}
