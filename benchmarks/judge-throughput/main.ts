import { availableParallelism, loadavg } from 'node:os';
import { type Benchmark, countFrom, readOptions } from '../benchmark.ts';
import { conclude, goalsOf } from './conclude.ts';
import { measure } from './measure.ts';
import { loadProblems } from './problem.ts';
import { isMet, renderThroughput } from './render.ts';

const usage = `npm run bench -- judge-throughput [--data FILE] [--workers 2] [--rounds 5] [--rows 1000] [--only PATTERN] [--json]

  --data FILE     JSONL with id, entry_point, canonical_solution and tests of console.assert; a bundled set unless given
  --workers N     processes that judge at the same time, of Winnow and of what it is compared with
  --rounds N      how often each is measured, in turns
  --rows N        candidates of one measurement, beside those that warm it up; a tenth as many processes
  --only PATTERN  variants whose name (plain, examples, property) matches this regular expression
  --json          print one JSON value

Winnow is \`check\` on a file with all limits, without the type check. Time is taken where rows come out, after the first
200 and before the last 40, so that neither start nor end counts.`;

/** Right solutions by `winnow check`, by a process of Node each, and in a bare loop; exit code 1 when a goal is missed. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      data: { type: 'string' },
      workers: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '5' },
      rows: { type: 'string', default: '1000' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const [workers, rounds] = [countFrom('workers', options.workers), countFrom('rounds', options.rounds)];
  const rows = countFrom('rows', options.rows);
  const { problems, leftOut } = loadProblems(options.data);
  const measured = await measure(problems, { workers, rounds, rows, only: new RegExp(options.only) });
  const conclusions = conclude(measured);
  const goals = goalsOf(conclusions);
  const machine = { cores: availableParallelism(), load: loadavg()[0] ?? Number.NaN };
  const report = { problems: problems.length, leftOut, workers, rounds, rows, ...machine, conclusions, goals };
  process.stdout.write(options.json ? `${JSON.stringify({ ...report, measured })}\n` : renderThroughput(report));
  return goals.every(isMet) ? 0 : 1;
};
