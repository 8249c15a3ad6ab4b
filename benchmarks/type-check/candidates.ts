import { readFileSync } from 'node:fs';
import { defaultRoot, readSeed, seedsWithKeys } from '../../problem-seeds/key/prover/recorded.ts';
import type { TypeCheckJob } from '../../src/core/ports.ts';
import { BenchmarkUsage } from '../benchmark.ts';

export type Candidate = TypeCheckJob & { readonly suite: string };

/** The recorded solutions of every seed that has a key, each with one of the seed's recorded suites. */
export async function recordedCandidates(): Promise<readonly Candidate[]> {
  const seeds = await Promise.all(seedsWithKeys(defaultRoot).map((seed) => readSeed(defaultRoot, seed)));
  return seeds.flatMap(({ solutions, suites }) => {
    const texts = Object.values(suites).flatMap((suite) => (suite.ok ? [suite.code] : []));
    const codes = Object.values(solutions).flatMap((solution) => (solution.ok ? [solution.code] : []));
    return codes.map((solution, index) => ({ solution, suite: texts[index % texts.length] ?? '' }));
  });
}

interface Row {
  readonly language?: string;
  readonly solution?: string;
  readonly canonical_solution?: string | null;
  readonly tests?: string;
  readonly entry_point?: string;
}

/** The TypeScript rows of a file as `winnow check` takes it, or of a published set. Throws `BenchmarkUsage`. */
export function candidatesOf(file: string): readonly Candidate[] {
  const candidates = rowsOf(file).flatMap(({ language, solution, canonical_solution, tests, entry_point }) => {
    const code = solution ?? canonical_solution;
    if (code === undefined || code === null || tests === undefined || language === 'js') return [];
    return [{ solution: code, suite: tests, ...(entry_point !== undefined && { entryPoint: entry_point }) }];
  });
  if (candidates.length === 0) throw new BenchmarkUsage(`${file} has no row of TypeScript with solution and tests`);
  return candidates;
}

function rowsOf(file: string): readonly Row[] {
  try {
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row);
  } catch (cause) {
    throw new BenchmarkUsage(`${file} cannot be read as lines of JSON`, { cause });
  }
}
