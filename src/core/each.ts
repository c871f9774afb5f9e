/** Walks a list that is only made when somebody wants all of it. Known by name, for files that each carry this. */
export const EACH = Symbol.for('pattern-generator.each');

interface Walked<Run> {
  runs: readonly Run[];
  [EACH]?: () => Iterable<Run>;
}

/** The runs of a step, one after the other: there may be a million, and whoever walks over them may pause. */
export const eachRun = <Run>(step: Walked<Run>): Iterable<Run> => step[EACH]?.() ?? step.runs;
