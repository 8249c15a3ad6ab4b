import type { Judgement, Verdict } from '../../../src/core/verdict.ts';
import type { TaskMatrix } from '../../../src/verify/decide.ts';
import { passingFault } from '../support/examples.ts';

/**
 * What a mark stands for: `+` accepted · `-` refuted · `t` the solution is ill-typed · `s` the suite is malformed ·
 * `?` unjudged.
 */
const marks: Readonly<Record<string, Judgement>> = {
  '+': judged({ kind: 'accepted', checks: [{ name: 'a', outcome: 'passed' }] }),
  '-': judged({ kind: 'refuted', by: { name: 'a', outcome: 'failed' }, failed: 1, total: 1 }),
  t: judged({
    kind: 'ill-typed',
    side: 'solution',
    diagnostics: [{ file: 'solution', line: 1, code: 2322, message: 'no' }],
  }),
  s: judged({ kind: 'malformed', side: 'suite', stage: 'parse', message: 'no' }),
  '?': { kind: 'unjudged', fault: passingFault },
};

export const markNames: readonly string[] = Object.keys(marks);

export function judged(verdict: Verdict): Judgement {
  return { kind: 'judged', verdict };
}

/** One mark as a judgement. */
export function judgementOf(mark: string): Judgement {
  const judgement = marks[mark];
  if (!judgement) throw new Error(`there is no mark ${mark}`);
  return judgement;
}

/** A matrix from one row of marks a solution, such as `'+-'`; suites are named A, B, …, and all blind. */
export function matrixOf(rows: readonly string[], suites: number = rows[0]?.length ?? 0): TaskMatrix {
  return {
    suites: Array.from({ length: suites }, (_, index) => ({ id: String.fromCodePoint(65 + index), blind: true })),
    judgements: rows.map((row) => Array.from(row, judgementOf)),
  };
}
