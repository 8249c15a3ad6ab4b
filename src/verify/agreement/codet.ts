/** Solutions that pass the same tests, and how much that says for them. */
export interface ConsensusSet {
  readonly solutions: readonly number[];
  readonly tests: readonly number[];
  /** √|solutions| × |tests|. */
  readonly score: number;
}

/**
 * CodeT's consensus sets (Chen et al. 2022, "CodeT: Code Generation with Generated Tests", dual execution agreement):
 * solutions are put together that pass exactly the same tests. The best set comes first, and of equals the one with
 * the earliest solution.
 *
 * @param passed `passed[i][j]` tells whether solution i passes test j.
 */
export function consensusSets(passed: readonly (readonly boolean[])[]): readonly ConsensusSet[] {
  const sets = Map.groupBy(passed.keys(), (solution) => (passed[solution] ?? []).map(Number).join(''));
  return [...sets.values()]
    .map((solutions) => {
      const tests = (passed[solutions[0] ?? 0] ?? []).flatMap((holds, test) => (holds ? [test] : []));
      return { solutions, tests, score: Math.sqrt(solutions.length) * tests.length };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** CodeT's score of each solution: that of its consensus set. */
export function codeTScores(passed: readonly (readonly boolean[])[]): readonly number[] {
  const sets = consensusSets(passed);
  return passed.map((_, solution) => sets.find(({ solutions }) => solutions.includes(solution))?.score ?? 0);
}
