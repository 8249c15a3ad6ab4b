import { openSandbox } from '../../sandbox/index.ts';
import { caseClasses, loadCases } from '../../tests/sandbox/attacks/cases.ts';
import { sumJob } from '../../tests/sandbox/attacks/sum.ts';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import type { BenchmarkCase } from './benchmark-case.ts';
import { casesFromFolder, honestSolve } from './cases-from-folder.ts';
import { watchTree } from './process-tree.ts';
import { boundMb, renderAttacks } from './render.ts';
import { type Finding, runCase } from './run-case.ts';

const usage = `npm run bench -- attacks [--data DIR] [--only PATTERN] [--concurrency 2] [--json]

  --data DIR       a folder with attacks.json and the files that it names; the repository's own cases unless given
  --only PATTERN   cases whose class/name matches this regular expression
  --concurrency N  children of the pool
  --json           print one JSON value`;

/** Of this process 250 MB, and of each child 250 MB: what it takes when idle, and how far it gets until it is killed. */
const processMb = 250;

/** Runs every attack, and honest jobs after each, in one pool; exit code 1 when anything ended otherwise than expected. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      data: { type: 'string' },
      only: { type: 'string', default: '' },
      concurrency: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const concurrency = countFrom('concurrency', options.concurrency);
  const pattern = new RegExp(options.only);
  const all = options.data === undefined ? await ownCases() : casesFromFolder(options.data);
  const cases = all.filter((it) => pattern.test(`${it.class}/${it.name}`));
  const honest = options.data === undefined ? sumJob() : honestSolve;

  using watch = watchTree();
  await using sandbox = await openSandbox({ concurrency });
  const findings: Finding[] = [];
  for (const it of cases) {
    const finding = await runCase(it, { sandbox, honest, concurrency });
    if (finding.problems.length > 0) process.stderr.write(`${it.class}/${it.name}: ${finding.problems.join('; ')}\n`);
    findings.push(finding);
  }
  const bounds = { concurrency, memoryMb: honest.limits.memoryMb, constantMb: processMb * (concurrency + 1) };
  const report = { findings, peak: watch.peak(), bounds };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : renderAttacks(report));
  const isContained = report.peak.treeMb <= boundMb(bounds);
  return isContained && findings.every(({ problems }) => problems.length === 0) ? 0 : 1;
};

async function ownCases(): Promise<readonly BenchmarkCase[]> {
  return (await Promise.all(caseClasses.map(loadCases))).flat();
}
