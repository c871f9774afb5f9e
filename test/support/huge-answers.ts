// Answers as large as an API could give them, and larger: what a page must live through.

const hex = (at: number) => '#' + ((at * 2654435761) % 0x1000000).toString(16).padStart(6, '0');
const color = (at: number) => ({ name: `Thread ${at}`, hex: hex(at) });
const material = (at: number, count: number) => ({ id: `T-${at}`, ...color(at), quantity: 25, percentage: 100 / count });
const run = (at: number, count: number) => ({ color: color(at).name, hex: hex(at), count });

const answer = (columns: number, rows: number, colors: number, runs: (row: number) => object[]) => ({
  success: true,
  niche: 'crossstitch',
  dimensions: { cols: columns, rows, total_units: columns * rows },
  materials: Array.from({ length: colors }, (_, at) => material(at, colors)),
  assembly_guide: Array.from({ length: rows }, (_, row) => ({ step: row + 1, direction: 'rows', runs: runs(row) })),
  color_summary: [] as object[],
  difficulty: 'hard',
  usage: { calls_used: 101, calls_limit: 500, calls_remaining: 399, reset_date: '2099-01-01' },
});

/** Each row in so many runs, which fill it. */
const rowOf = (row: number, columns: number, count: number, colors: number) =>
  Array.from({ length: count }, (_, at) =>
    run((row * 7 + at) % colors, Math.floor((columns * (at + 1)) / count) - Math.floor((columns * at) / count)),
  );

/** 1000 × 1000 cells in rows of 300 runs, with where each of its forty colours goes: about 17 MB. */
function grid() {
  const [side, runs, colors] = [1000, 300, 40];
  const made = answer(side, side, colors, (row) => rowOf(row, side, runs, colors));
  const columns = Array.from({ length: 8 }, (_, at) => `${at * 120 + 1}-${at * 120 + 3}`).join();
  const positions = Array.from({ length: side }, (_, row) => ({ row: row + 1, columns }));
  made.color_summary = Array.from({ length: colors }, (_, at) => ({ color: color(at).name, hex: hex(at), positions }));
  return made;
}

/** 1000 × 1000 cells as a picture gives them: fifty runs a row. */
const plain = () => answer(1000, 1000, 40, (row) => rowOf(row, 1000, 50, 40));

/** A hundred thousand materials. */
const materials = () => answer(400, 250, 100_000, (row) => rowOf(row, 400, 400, 100_000));

/** One step of a million runs, which can fill no grid. */
const step = () => answer(1000, 1, 40, () => rowOf(0, 1_000_000, 1_000_000, 40));

/** A hundred thousand lines of work. */
const guide = () => answer(4, 100_000, 40, (row) => rowOf(row, 4, 1, 40));

/** One column of a million rows, of which nobody says anything. */
const column = () => ({ ...answer(1, 1, 40, () => []), dimensions: { cols: 1, rows: 1_000_000 }, assembly_guide: [] });

/** A million letters wherever there may be some, numbers as words, and no colours. */
function words() {
  const long = 'Wool '.repeat(200_000);
  const made = answer(4, 4, 8, (row) => rowOf(row, 4, 4, 8));
  return {
    ...made,
    difficulty: long,
    materials: made.materials.map(({ quantity, ...each }, at) => ({
      ...each,
      name: at + long,
      id: at + long,
      hex: 'none',
      quantity: `${quantity}`,
    })),
    assembly_guide: made.assembly_guide.map((step) => ({
      label: long,
      runs: step.runs.map((run, at) => ({ ...run, color: at + long, hex: undefined, count: '1' })),
    })),
  };
}

/** Five thousand colours in the grid, more than there are symbols. */
const colors = () => answer(1000, 1000, 5000, (row) => rowOf(row, 1000, 200, 5000));

/** Half a million names that mean nothing, and a text of nothing but escapes. */
const names = () => ({
  ...answer(4, 4, 8, (row) => rowOf(row, 4, 4, 8)),
  more: Object.fromEntries(Array.from({ length: 500_000 }, (_, at) => [`name ${at}`, at])),
  escapes: '\n"\\'.repeat(1e6),
});

export const HUGE = { plain, grid, materials, step, guide, column, words, colors, names };
export type Huge = keyof typeof HUGE;
