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

export const HUGE = { plain, grid, materials, step };
export type Huge = keyof typeof HUGE;
