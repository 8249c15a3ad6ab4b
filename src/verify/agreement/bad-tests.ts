import type { Majority } from './group.ts';

/** A test that the agreed majority contradicts. */
export interface BadTest {
  readonly test: number;
  /** Solutions of the majority, all of which fail it. */
  readonly failedBy: readonly number[];
  /** Solutions that pass it, none of which is in the majority. */
  readonly passedBy: readonly number[];
}

/**
 * Tests that are wrong by agreement: an agreed, independent majority of one behaviour fails them as one, and only
 * solutions outside of it pass. A test that nothing passes is among them, one that parts the majority is not.
 *
 * @param passed `passed[i][j]` tells whether solution i passes test j.
 */
export function badTests(passed: readonly (readonly boolean[])[], majority: Majority): readonly BadTest[] {
  if (majority.kind === 'none') return [];
  const { members } = majority.group;
  const tests = Math.max(0, ...passed.map((row) => row.length));
  return Array.from({ length: tests }, (_, test) => ({
    test,
    failedBy: members,
    passedBy: passed.flatMap((row, solution) => (row[test] === true ? [solution] : [])),
  })).filter(({ passedBy }) => passedBy.every((solution) => !members.includes(solution)));
}
