import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { TypeChecker, TypeCheckJob } from '../../../src/core/ports.ts';
import { openTypeChecker } from '../../../src/typecheck/checker.ts';

export const home: string = fileURLToPath(new URL('../../..', import.meta.url));

/** A type checker for all tests of a file. */
export function sharedChecker(timeoutMs = 60_000): TypeChecker {
  const checker = openTypeChecker({ home, timeoutMs });
  afterAll(() => checker.close());
  return checker;
}

/** The errors of each job, checked together, as `file:line code`. */
export async function errorsOf(checker: TypeChecker, jobs: readonly TypeCheckJob[]): Promise<string[][]> {
  return (await checker.check(jobs)).map((checked) => {
    if (!checked.ok) throw new Error(checked.fault.message);
    return checked.value.map(({ file, line, code }) => `${file}:${line} ${code}`);
  });
}
