import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, tempFolder } from '../../tests/e2e/helpers.ts';
import type { Problem } from '../judge-throughput/problem.ts';

export interface ScoreOptions {
  readonly workers: number;
  /** Samples of each problem. */
  readonly n: number;
}

/**
 * Samples a second of `winnow bench score`, from its start to its end: replies as a chat model writes them, taken apart,
 * judged, and summed up. Throws where a right solution fails.
 */
export function rateOfScoring(problems: readonly Problem[], { workers, n }: ScoreOptions): number {
  using folder = tempFolder();
  const [set, samples, out] = [folder.file('problems.jsonl'), folder.file('samples.jsonl'), folder.file('result')];
  writeFileSync(set, problems.map(problemRow).join(''));
  const rounds = Array.from({ length: n }, (_, sample) => problems.map((problem) => sampleRow(problem, sample)));
  writeFileSync(samples, rounds.flat().join(''));
  const begun = performance.now();
  const main = join(root, 'src', 'cli', 'main.ts');
  const flags = ['--problems', set, '--samples', samples, '--out', out, '--concurrency', String(workers)];
  execFileSync(process.execPath, [main, 'bench', 'score', ...flags], { stdio: 'ignore' });
  const seconds = (performance.now() - begun) / 1000;
  requireAllPassed(join(out, 'summary.json'));
  return (problems.length * n) / seconds;
}

function problemRow({ id, entryPoint, solution, tests }: Problem): string {
  const row = { task_id: id, prompt: solution, entry_point: entryPoint, test: tests };
  return `${JSON.stringify({ ...row, language: 'js' })}\n`;
}

/** Each sample is another text, as those of a model are. */
function sampleRow({ id, solution }: Problem, sample: number): string {
  const code = `${solution}\n// ${sample}\n`;
  const completion = `Here is a solution.\n\n\`\`\`javascript\n${code}\`\`\`\n\nIt handles the edge cases.`;
  return `${JSON.stringify({ task_id: id, completion })}\n`;
}

function requireAllPassed(file: string): void {
  const { pass_at: passAt } = JSON.parse(readFileSync(file, 'utf8')) as { pass_at: Record<string, { value: number }> };
  if (passAt['1']?.value !== 1) throw new Error(`a right solution was not accepted: ${JSON.stringify(passAt)}`);
}
