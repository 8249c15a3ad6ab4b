import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { root, tempFolder } from '../../tests/e2e/helpers.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { loadProblems, type Problem } from '../judge-throughput/problem.ts';
import { median, table } from '../table.ts';

const usage = `npm run bench -- verify-throughput [--data FILE] [--rows 4000] [--rounds 5] [--workers 2] [--json]

  --data FILE  JSONL with id, entry_point, canonical_solution and tests of console.assert; a bundled set unless given
  --rows N     candidates in a file
  --rounds N   how often each command is measured, in turns
  --workers N  sandbox workers of both
  --json       print one JSON value

The same candidates, each another text, by winnow verify and by winnow check: from start to end, types off, one run.`;

/** Rows a second of `winnow verify`, against `winnow check` on the same candidates. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      data: { type: 'string' },
      rows: { type: 'string', default: '4000' },
      rounds: { type: 'string', default: '5' },
      workers: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const [rows, workers] = [countFrom('rows', options.rows), countFrom('workers', options.workers)];
  using folder = tempFolder();
  const { problems } = loadProblems(options.data);
  const [dataset, input] = [folder.file('dataset.jsonl'), folder.file('rows.jsonl')];
  const candidates = Array.from({ length: rows }, (_, index) => candidateNo(problems, index));
  writeFileSync(dataset, candidates.map(datasetRow).join(''));
  writeFileSync(input, candidates.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const flags = ['--concurrency', String(workers)];
  const rates: { readonly verify: number; readonly check: number }[] = [];
  for (let round = 0; round < countFrom('rounds', options.rounds); round += 1) {
    const output = folder.file('verdicts.jsonl');
    const check = rate(rows, ['check', '--input', input, '--output', output, '--types', 'off', ...flags]);
    requireAccepted(output, rows);
    rates.push({ check, verify: rate(rows, ['verify', dataset, ...flags]) });
  }
  const [verify, check] = [median(rates.map((one) => one.verify)), median(rates.map((one) => one.check))];
  const report = { rows, workers, verify, check, ratio: median(rates.map((one) => one.verify / one.check)), rates };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : render(report));
  return 0;
};

/** No two are the same text, so that nothing is proven by another row's proof. */
function candidateNo(problems: readonly Problem[], index: number): Candidate {
  const problem = problems[index % problems.length];
  if (!problem) throw new Error('there are no problems');
  return { id: `row-${index}`, solution: `${problem.solution}\n// ${index}\n`, tests: problem.tests, language: 'js' };
}

interface Candidate {
  readonly id: string;
  readonly solution: string;
  readonly tests: string;
  readonly language: 'js';
}

function datasetRow({ id, ...candidate }: Candidate): string {
  const limits = { cpu_ms: 3000, memory_mb: 128, output_kb: 256 };
  return `${JSON.stringify({ id, verification: { ...candidate, limits, seeds: [1], types: 'off' } })}\n`;
}

/** Throws where the command does not end with exit code 0, as it does when a row is not proven. */
function rate(rows: number, args: readonly string[]): number {
  const begun = performance.now();
  execFileSync(process.execPath, [join(root, 'src', 'cli', 'main.ts'), ...args], { stdio: 'ignore' });
  return rows / ((performance.now() - begun) / 1000);
}

function requireAccepted(file: string, rows: number): void {
  const accepted = readFileSync(file, 'utf8').split('"kind":"accepted"').length - 1;
  if (accepted !== rows) throw new Error(`winnow check accepted ${accepted} of ${rows} right solutions`);
}

function render(report: { rows: number; workers: number; verify: number; check: number; ratio: number }): string {
  const { rows, workers, verify, check, ratio } = report;
  return [
    `${rows} rows, ${workers} workers, medians; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
    '',
    table([
      ['', 'rows/s'],
      ['winnow verify', Math.round(verify)],
      ['winnow check', Math.round(check)],
    ]),
    `verify has ${(ratio * 100).toFixed(1)} % of check's speed (median of the rounds' ratios)`,
    '',
  ].join('\n');
}
