import type { Work } from '../core/slices.js';
import { findingCandidates } from './candidates.js';
import { deltaE } from './ciede2000.js';
import type { ColorList } from './color-spaces.js';
import type { Histogram } from './histogram.js';

/** The total loss of a selection: ΔE00 from each histogram colour to the nearest chosen one, with the runner-up for swaps. */
class Selection {
  readonly chosen: number[] = [];
  private readonly best: Float64Array;
  private readonly second: Float64Array;
  private readonly owner: Int32Array;

  constructor(
    private readonly table: Float32Array[],
    private readonly weights: Float64Array,
  ) {
    this.best = new Float64Array(weights.length).fill(Infinity);
    this.second = new Float64Array(weights.length).fill(Infinity);
    this.owner = new Int32Array(weights.length).fill(-1);
  }

  /** Adds the candidate that takes most off the total; false when none takes anything off. */
  *addBest(): Work<boolean> {
    const { table, weights, best } = this;
    const first = this.chosen.length === 0;
    let winner = -1;
    let most = first ? -Infinity : 1e-6;
    for (const [candidate, row] of table.entries()) {
      if (candidate % 16 === 0) yield;
      let gain = 0;
      for (let i = 0; i < row.length; i++) {
        const better = (first ? 0 : best[i]!) - row[i]!;
        if (first || better > 0) gain += better * weights[i]!;
      }
      if (gain > most) {
        most = gain;
        winner = candidate;
      }
    }
    if (winner < 0) return false;
    this.chosen.push(winner);
    this.rank();
    return true;
  }

  /**
   * One look at every candidate: put it in the place of the chosen colour that is then missed least, if the total falls.
   * All places are weighed in one go over the histogram (FastPAM: Schubert & Rousseeuw 2019, https://arxiv.org/abs/1810.05691).
   */
  *swapRound(): Work<boolean> {
    const { table, weights, best, second, owner, chosen } = this;
    const change = new Float64Array(chosen.length);
    let improved = false;
    for (const [candidate, row] of table.entries()) {
      if (candidate % 16 === 0) yield;
      if (chosen.includes(candidate)) continue;
      change.fill(0);
      let shared = 0; // what the newcomer takes off, whichever colour leaves
      for (let i = 0; i < row.length; i++) {
        const distance = row[i]!;
        const now = best[i]!;
        const weight = weights[i]!;
        if (distance < now) {
          shared += (distance - now) * weight;
        } else {
          change[owner[i]!]! += (Math.min(second[i]!, distance) - now) * weight;
        }
      }
      let leaves = 0;
      for (let k = 1; k < change.length; k++) if (change[k]! < change[leaves]!) leaves = k;
      if (change[leaves]! + shared > -1e-6) continue;
      chosen[leaves] = candidate;
      this.rank();
      improved = true;
    }
    return improved;
  }

  private rank(): void {
    const { best, second, owner } = this;
    best.fill(Infinity);
    second.fill(Infinity);
    this.chosen.forEach((candidate, k) => {
      const row = this.table[candidate]!;
      for (let i = 0; i < row.length; i++) {
        const distance = row[i]!;
        if (distance < best[i]!) {
          second[i] = best[i]!;
          best[i] = distance;
          owner[i] = k;
        } else if (distance < second[i]!) {
          second[i] = distance;
        }
      }
    });
  }
}

const MOST_ROUNDS = 12;

/** What each candidate is away from each colour of the picture: it takes longest, and is the same for any number of colours. */
export interface Losses {
  candidates: number[];
  table: Float32Array[];
  weights: Float64Array;
}

export function* measuring(histogram: Histogram, catalogue: ColorList): Work<Losses> {
  const candidates = yield* findingCandidates(histogram, catalogue);
  const { colors, weights } = histogram;
  const table: Float32Array[] = [];
  for (const j of candidates) {
    const row = new Float32Array(colors.length);
    for (let i = 0; i < row.length; i++) row[i] = deltaE(colors.lab, i, catalogue.lab, j);
    table.push(row);
    yield;
  }
  return { candidates, table, weights };
}

/** At most `maxColors` indices into the catalogue, chosen greedily by ΔE00 and bettered by swaps until none helps. */
export function* choosing({ candidates, table, weights }: Losses, maxColors: number): Work<number[]> {
  const selection = new Selection(table, weights);
  while (selection.chosen.length < maxColors && (yield* selection.addBest()));
  for (let round = 0; round < MOST_ROUNDS && (yield* selection.swapRound()); round++);
  return selection.chosen.map((k) => candidates[k]!).sort((a, b) => a - b);
}
