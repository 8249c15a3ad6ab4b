import { availableParallelism, loadavg } from 'node:os';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { loadProblems } from '../judge-throughput/problem.ts';
import { costOfProcesses } from '../judge-throughput/processes.ts';
import { variants } from '../judge-throughput/variants.ts';
import { median, table } from '../table.ts';
import { rateOfScoring } from './winnow.ts';

const usage = `npm run bench -- score-throughput [--data FILE] [--workers 2] [--rounds 3] [--n 100] [--json]

  --data FILE  JSONL with id, entry_point, canonical_solution and tests of console.assert; a bundled set unless given
  --workers N  processes that judge at the same time, of Winnow and of what it is compared with
  --rounds N   how often each is measured, in turns
  --n N        samples of each problem
  --json       print one JSON value

Winnow is \`bench score\` on replies as a chat model writes them, from start to end. The peer is a scorer that starts a
process of Node for each sample, with the program already taken out of the reply.`;

/** Samples that are scored a second, by Winnow and by a process each. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      data: { type: 'string' },
      workers: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '3' },
      n: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const [workers, n] = [countFrom('workers', options.workers), countFrom('n', options.n)];
  const { problems } = loadProblems(options.data);
  const [plain] = variants;
  if (plain === undefined) throw new Error('there is no plain variant');
  const rounds: { readonly winnow: number; readonly processes: number }[] = [];
  for (let round = 0; round < countFrom('rounds', options.rounds); round += 1) {
    const winnow = rateOfScoring(problems, { workers, n });
    const peer = await costOfProcesses(plain, problems, { workers, samples: problems.length });
    rounds.push({ winnow, processes: peer?.perSecond ?? Number.NaN });
  }
  const [winnow, processes] = [median(rounds.map((one) => one.winnow)), median(rounds.map((one) => one.processes))];
  const report = { problems: problems.length, n, workers, winnow, processes, ratio: winnow / processes, rounds };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : render(report));
  return 0;
};

function render(report: {
  readonly problems: number;
  readonly n: number;
  readonly workers: number;
  readonly winnow: number;
  readonly processes: number;
  readonly ratio: number;
}): string {
  const { problems, n, workers, winnow, processes, ratio } = report;
  const rows = [
    ['', 'samples/s', `problems/s, ${n} samples each`],
    ['winnow bench score', Math.round(winnow), Math.round((winnow / n) * 10) / 10],
    ['a process each', Math.round(processes), Math.round((processes / n) * 10) / 10],
  ];
  return [
    `${problems} problems, ${n} samples each, ${workers} workers, medians; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
    '',
    table(rows),
    `${ratio.toFixed(1)} times a process each`,
    '',
  ].join('\n');
}
