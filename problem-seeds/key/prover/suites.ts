import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseModule } from '../../../src/replies/parsed-module.ts';
import { type ObservedSuite, runs, type SuiteRun } from './observed.ts';
import { codes, notExtracted, type RecordedSeed } from './recorded.ts';
import type { Solutions } from './solutions.ts';
import { runSuites, type SuiteJob } from './vitest.ts';
import { checkTypes } from './types.ts';

/** What a suite may import; nothing of vitest's `vi`. */
const allowedModules = new Set(['vitest', 'fast-check', '@fast-check/vitest', './solution']);

interface Pair {
  readonly seed: string;
  readonly suiteName: string;
  readonly suite: string;
  readonly solutionName: string;
  readonly solution: string;
  /** Whether the suite must type-check against it: it is right, and clean itself. */
  readonly typed: boolean;
}

interface Results {
  readonly typeErrors: ReadonlyMap<string, readonly string[]>;
  readonly runs: ReadonlyMap<string, SuiteRun>;
  readonly rounds: number;
}

/** Type-checks every suite and runs it against every solution that ends, `rounds` times; gives them by seed. */
export async function observeSuites(
  dir: string,
  seeds: readonly RecordedSeed[],
  { solutions, rounds }: { readonly solutions: ReadonlyMap<string, Solutions>; readonly rounds: number },
): Promise<Map<string, Record<string, ObservedSuite>>> {
  const pairs = seeds.flatMap((seed) => pairsOf(seed, solutions.get(seed.seed) ?? {}));
  mkdirSync(join(dir, 'types'), { recursive: true });
  symlinkSync(resolve(import.meta.dirname, '..', '..', '..', 'node_modules'), join(dir, 'node_modules'));
  const typeErrors = await checkTypes(join(dir, 'types'), Object.fromEntries(pairs.flatMap(typeFiles)));
  const results = await runSuites(
    join(dir, 'runs'),
    pairs.flatMap((pair) => jobsOf(pair, rounds)),
  );
  return new Map(seeds.map((seed) => [seed.seed, suitesOf(seed, pairs, { typeErrors, runs: results, rounds })]));
}

function suitesOf(seed: RecordedSeed, pairs: readonly Pair[], results: Results): Record<string, ObservedSuite> {
  const seen = codes(seed.suites).map(([name, code]): [string, ObservedSuite] => {
    const mine = pairs.filter((pair) => pair.seed === seed.seed && pair.suiteName === name);
    const typed = mine.filter((pair) => pair.typed);
    return [
      name,
      {
        extracted: true,
        code,
        foreignImports: foreignImports(code),
        typeErrors: Object.fromEntries(
          typed.map((pair) => [pair.solutionName, results.typeErrors.get(`${folderOf(pair)}/suite.test.ts`) ?? []]),
        ),
        runs: Object.fromEntries(mine.map((pair) => [pair.solutionName, runsOf(pair, results)])),
      },
    ];
  });
  return { ...notExtracted(seed.suites), ...Object.fromEntries(seen) };
}

function pairsOf(seed: RecordedSeed, solutions: Solutions): Pair[] {
  return codes(seed.suites).flatMap(([suiteName, suite]) =>
    Object.entries(solutions).flatMap(([solutionName, solution]): Pair[] => {
      if (!runs(solution)) return [];
      const typed = solution.behaviour.kind === 'agrees' && solution.typeErrors.length === 0;
      return [{ seed: seed.seed, suiteName, suite, solutionName, solution: solution.code, typed }];
    }),
  );
}

function folderOf({ seed, suiteName, solutionName }: Pair): string {
  return `${seed}/${suiteName}/${solutionName}`;
}

function typeFiles(pair: Pair): [string, string][] {
  if (!pair.typed) return [];
  return [
    [`${folderOf(pair)}/solution.ts`, pair.solution],
    [`${folderOf(pair)}/suite.test.ts`, pair.suite],
  ];
}

/** Each round gives fast-check another seed: what depends on chance shows. */
function jobsOf(pair: Pair, rounds: number): SuiteJob[] {
  return Array.from({ length: rounds }, (_, round) => ({
    folder: `${folderOf(pair)}/${round}`,
    solution: pair.solution,
    suite: pair.suite,
    seed: round + 1,
  }));
}

function runsOf(pair: Pair, { runs: results, rounds }: Results): SuiteRun[] {
  return Array.from(
    { length: rounds },
    (_, round) =>
      results.get(`${folderOf(pair)}/${round}`) ?? { accepted: false, tests: 0, failures: ['vitest did not run it'] },
  );
}

function foreignImports(code: string): string[] {
  const module = parseModule(code);
  if (!module.parses) return [];
  return module.body.flatMap((node) => {
    if (node.type !== 'ImportDeclaration') return [];
    const source = node.source.value;
    if (!allowedModules.has(source)) return [source];
    const usesVi = node.specifiers.some(
      ({ local }) => source === 'vitest' && (local.name === 'vi' || local.name === 'vitest'),
    );
    return usesVi ? ['vi'] : [];
  });
}
