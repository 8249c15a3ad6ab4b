import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BenchmarkUsage } from '../benchmark.ts';
import { bundledProblems } from './bundled-problems.ts';

/** A task with a right solution; both texts are plain scripts. */
export interface Problem {
  readonly id: string;
  readonly entryPoint: string;
  readonly solution: string;
  /** Calls `console.assert` for each example. */
  readonly tests: string;
  /** An expression `fc.property(…)` that calls the solution once a run; made from the examples where there is none. */
  readonly property?: string;
}

export interface Problems {
  readonly problems: readonly Problem[];
  /** How many rows of the file are left out, as they load modules that may not be there. */
  readonly leftOut: number;
}

const row = z.object({ id: z.string(), entry_point: z.string(), canonical_solution: z.string(), tests: z.string() });

/** The rows of a file, or the bundled problems. Throws `BenchmarkUsage` when the file cannot be read as such. */
export function loadProblems(file: string | undefined): Problems {
  if (file === undefined) return { problems: bundledProblems, leftOut: 0 };
  const all = rowsOf(file);
  const problems = all.filter(({ solution, tests }) => !/\brequire\s*\(/.test(solution + tests));
  if (problems.length === 0) throw new BenchmarkUsage(`${file} has no row that can be used`);
  return { problems, leftOut: all.length - problems.length };
}

function rowsOf(file: string): readonly Problem[] {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => {
      const { id, entry_point, canonical_solution, tests } = row.parse(JSON.parse(line));
      return { id, entryPoint: entry_point, solution: canonical_solution, tests };
    });
  } catch (cause) {
    const fields = Object.keys(row.shape).join(', ');
    throw new BenchmarkUsage(`${file} cannot be read as lines of JSON with ${fields}`, { cause });
  }
}
