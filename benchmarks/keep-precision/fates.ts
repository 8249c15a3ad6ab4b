import type { RejectedRow, SampleRow } from '../../src/core/rows.ts';
import type { RecordedSeed, RecordedSolution, RecordedSuite } from './recorded.ts';
import type { RunRows } from './run-rows.ts';

/** What became of one recorded solution in a run. */
export type Fate =
  | { readonly kind: 'kept'; readonly row: SampleRow }
  | { readonly kind: 'dropped'; readonly row: RejectedRow }
  /** In no row: unjudged after a fault, or beyond the target. */
  | { readonly kind: 'open' };

export interface Traced {
  readonly seed: RecordedSeed;
  readonly solution: RecordedSolution;
  readonly fate: Fate;
}

export interface Traces {
  readonly traced: readonly Traced[];
  /** Rows about solutions that are none of the recorded ones: the run was made from other replies. */
  readonly strangers: number;
}

/** Follows every recorded solution of the seeds into the rows of a run, by its code, or by the reply that held none. */
export function traceSolutions(run: RunRows, seeds: readonly RecordedSeed[]): Traces {
  const rows = new Map<string, Fate[]>();
  const add = (seed: string, text: string, fate: Fate) => {
    const name = rowName(seed, text);
    rows.set(name, [...(rows.get(name) ?? []), fate]);
  };
  for (const row of run.samples) add(row.lineage.seed, row.solution, { kind: 'kept', row });
  for (const row of run.rejected.filter(isAboutSolution)) {
    add(row.lineage.seed, row.solution ?? row.reply ?? '', { kind: 'dropped', row });
  }
  const traced = seeds.flatMap((seed) =>
    seed.solutions.map((solution): Traced => {
      // Equal replies have a row each: every row is taken once.
      const fate = rows.get(rowName(seed.seed, solution.code ?? solution.reply))?.shift();
      return { seed, solution, fate: fate ?? { kind: 'open' } };
    }),
  );
  return { traced, strangers: [...rows.values()].flat().length };
}

function rowName(seed: string, text: string): string {
  return `${seed}\n${text}`;
}

function isAboutSolution({ stage }: RejectedRow): boolean {
  return stage === 'solve' || stage === 'decide' || stage === 'deduplicate';
}

/** A suite that a kept solution was up against: whether the run went by it, and what the key says. */
export interface SuiteBeside {
  readonly name: string;
  readonly passed: 'let it through' | 'was dropped';
  readonly chosen: boolean;
  readonly key: string;
}

/** The recorded suites of a kept row's seed, the ones that let it through first. */
export function suitesBeside(run: RunRows, seed: RecordedSeed, { kept, solution }: KeptSolution): SuiteBeside[] {
  const dropped = new Set(
    run.rejected
      .filter(({ stage, lineage }) => lineage.seed === seed.seed && (stage === 'support' || stage === 'tests'))
      .map(({ tests, reply }) => tests ?? reply),
  );
  const suites = seed.suites.map((suite): SuiteBeside => {
    const isDropped = dropped.has(suite.code ?? suite.reply);
    const passed = isDropped ? 'was dropped' : 'let it through';
    return { name: suite.name, passed, chosen: suite.code === kept.tests, key: keyOf(suite, solution) };
  });
  return suites.toSorted((a, b) => (a.passed < b.passed ? -1 : 1));
}

export interface KeptSolution {
  readonly kept: SampleRow;
  readonly solution: RecordedSolution;
}

function keyOf({ truth }: RecordedSuite, solution: RecordedSolution): string {
  if (truth.truth === 'wrong') return `wrong suite (${truth.defect}): ${truth.note}`;
  return `right suite, ${strengthOf(truth.letsThrough, solution)}: ${truth.note}`;
}

/** The key leaves out of `letsThrough` what never runs to its end. */
function strengthOf(letsThrough: readonly string[], { name, truth }: RecordedSolution): string {
  if (letsThrough.includes(name)) return 'too weak for it';
  const mayRun = truth.truth === 'right' || !['never-ends', 'ill-typed', 'hallucinated-api'].includes(truth.defect);
  return mayRun ? 'which refutes it, says the key' : 'of which the key does not say whether it refutes it';
}
