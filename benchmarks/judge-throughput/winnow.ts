import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root, tempFolder } from '../../tests/e2e/helpers.ts';
import { treeUsage } from '../tree-usage.ts';
import type { Cost } from './cost.ts';
import type { Problem } from './problem.ts';
import type { Variant } from './variants.ts';

export interface WinnowOptions {
  readonly workers: number;
  /** How many rows are counted, beside the first and the last ones. */
  readonly rows: number;
}

interface Mark {
  readonly atMs: number;
  readonly cpuMs: number;
}

/** Judged before anything is counted: each child has started, and has its code compiled. */
const firstRows = 200;
/** Not counted either: there is less and less to do, and processes end. */
const lastRows = 40;

/**
 * `winnow check` on a file, without the type check. Time is taken where a row comes out, after the first ones and before
 * the last ones, so that neither start nor end counts. Throws where a row is not accepted.
 */
export async function costOfWinnow(
  variant: Variant,
  problems: readonly Problem[],
  { rows, workers }: WinnowOptions,
): Promise<Cost> {
  using folder = tempFolder();
  const input = folder.file('rows.jsonl');
  const lines = Array.from({ length: firstRows + rows + lastRows }, (_, index) => rowOf(variant, problems, index));
  writeFileSync(input, lines.join(''));
  const flags = ['--input', input, '--output', '-', '--types', 'off', '--concurrency', String(workers)];
  const [begin, end] = await marksOf(['check', ...flags], lines.length);
  return { perSecond: (rows * 1000) / (end.atMs - begin.atMs), cpuMs: (end.cpuMs - begin.cpuMs) / rows };
}

function rowOf({ suiteOf, style }: Variant, problems: readonly Problem[], index: number): string {
  const problem = problems[index % problems.length];
  if (problem === undefined) throw new RangeError('there is no problem');
  const { entryPoint: entry_point } = problem;
  // Each solution is another text, as it is where one suite judges many: what is remembered of texts is the suite's.
  const solution = `${problem.solution}\n// ${index}\n`;
  const row = { id: index, language: 'js', entry_point, solution, tests: suiteOf(problem), test_style: style };
  return `${JSON.stringify(row)}\n`;
}

/** Runs the command and takes two marks on the way. */
async function marksOf(args: readonly string[], total: number): Promise<readonly [Mark, Mark]> {
  const main = join(root, 'src', 'cli', 'main.ts');
  const child = spawn(process.execPath, [main, ...args], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let notes = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
  const marks: Mark[] = [];
  let rows = 0;
  for await (const line of createInterface(child.stdout)) {
    if (!line.includes('"verdict":{"kind":"accepted"}')) throw new Error(`a right solution was not accepted: ${line}`);
    rows++;
    if (rows === firstRows || rows === total - lastRows) {
      marks.push({ atMs: performance.now(), cpuMs: treeUsage(child.pid).cpuMs });
    }
  }
  const [code] = await exited;
  const [begin, end] = marks;
  if (code !== 0 || begin === undefined || end === undefined)
    throw new Error(`winnow check ended with ${code}: ${notes}`);
  return [begin, end];
}
