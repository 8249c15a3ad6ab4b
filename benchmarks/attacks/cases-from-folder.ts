import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Expectation, parseExpectations } from '../../tests/sandbox/attacks/expectation.ts';
import { sumJob, sumSuite } from '../../tests/sandbox/attacks/sum.ts';
import { BenchmarkUsage } from '../benchmark.ts';
import type { BenchmarkCase } from './benchmark-case.ts';

const outcome = z.enum(['timeout', 'memory', 'error', 'contained', 'no_effect']);
const entry = z.object({
  file: z.string(),
  class: z.enum(['escape', 'tamper', 'resource', 'encoding']),
  what_it_tries: z.string(),
  expected: outcome,
  also_ok: z.array(outcome).default([]),
  check: z.string().default('ok'),
});
type Entry = z.infer<typeof entry>;

const suite = sumSuite.replace('{ sum }', '{ solve as sum }');
const breachWord = 'breached: ';
const probeSuite = `import { test } from 'vitest';
import { breachOfTheCase, solve } from './solution';
test('reaches nothing', () => {
  for (const xs of [[1, 2, 3], [], [5]]) try { solve(xs); } catch {}
  const mark = breachOfTheCase();
  if (mark !== undefined && mark !== 'undefined') throw new Error('${breachWord}' + mark);
});`;

/** The honest job that has to pass between any two cases of a folder. */
export const honestSolve: BenchmarkCase['job'] = sumJob({
  solution: 'function solve(xs) { let total = 0; for (const x of xs) total += x; return total; }',
  suite,
  entryPoint: 'solve',
});

/** Reads `attacks.json` in a folder and the files that it names. Throws `BenchmarkUsage` when that cannot be. */
export function casesFromFolder(folder: string): readonly BenchmarkCase[] {
  try {
    const entries = z.array(entry).parse(JSON.parse(readFileSync(join(folder, 'attacks.json'), 'utf8')));
    return entries.map((each) => caseOf(each, readFileSync(join(folder, each.file), 'utf8')));
  } catch (error) {
    throw new BenchmarkUsage(`${folder} holds no attacks: ${String(error)}`, { cause: error });
  }
}

function caseOf(each: Entry, solution: string): BenchmarkCase {
  const job = sumJob({ id: each.file, solution, suite, entryPoint: 'solve' });
  const outcomes = [each.expected, ...each.also_ok];
  return {
    name: each.file,
    class: each.class,
    tries: each.what_it_tries,
    expectations: [...new Set(outcomes.flatMap((word) => meaningOf(word, each.class)))],
    job,
    ...(each.class === 'escape' || each.class === 'tamper'
      ? { probe: { job: { ...job, solution: withProbe(each, solution), suite: probeSuite }, alarm: breachWord } }
      : {}),
  };
}

function meaningOf(word: z.infer<typeof outcome>, caseClass: Entry['class']): readonly Expectation[] {
  switch (word) {
    case 'timeout':
      return ['timeout'];
    case 'memory':
      return ['memory'];
    case 'error':
      return parseExpectations('malformed|refuted|timeout|memory|output');
    case 'contained':
      return ['rejected'];
    case 'no_effect':
      return [caseClass === 'tamper' ? 'refuted' : 'ran'];
  }
}

/**
 * An escape that works leaves a mark on its global object, which only code of its own realm can look at. The virtual
 * `performance`, which is offered on purpose, is taken away first: some would take it for a clock.
 */
function withProbe({ check }: Entry, solution: string): string {
  const isModule = check === 'module';
  return `delete globalThis.performance;\n${solution}\n;${isModule ? 'export ' : ''}function breachOfTheCase() { return globalThis.__BREACH; }\n`;
}
