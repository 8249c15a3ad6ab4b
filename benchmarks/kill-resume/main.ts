import { availableParallelism } from 'node:os';
import { tempFolder } from '../../tests/e2e/helpers.ts';
import { writeSmallConfig } from '../../tests/e2e/run-files.ts';
import { startTrap } from '../../tests/e2e/trap.ts';
import { countFrom, readOptions, type Benchmark } from '../benchmark.ts';
import { manyKilledRuns, oneRunKilledOften } from './kill-plans.ts';
import { renderRounds } from './render.ts';
import { killRound, wholeRun, type Round, type Workplace } from './round.ts';

const usage = `npm run bench -- kill-resume [--rounds 20] [--kills 20] [--topics strings,graphs] [--seed 1] [--json]

  --rounds N   runs that are killed once or twice at a random moment, then resumed
  --kills N    kills of one single run, each followed by the same command
  --topics …   seeds of these topics
  --seed N     draws the moments
  --json       print one JSON value`;

const maxConcurrency = 8;

/** Kills runs at random moments and resumes them; exit code 1 when anything differs from the run that none was. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      rounds: { type: 'string', default: '20' },
      kills: { type: 'string', default: '20' },
      topics: { type: 'string', default: 'strings,graphs' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const folder = tempFolder();
  await using trap = await startTrap();
  const topics = options.topics.split(',');
  const config = folder.file('winnow.yaml');
  writeSmallConfig(config, { topics, maxConcurrency, roundSize: 4 });
  const place: Workplace = { folder, config, topics, maxConcurrency, env: trap.env };
  const whole = await wholeRun(place);

  const seed = countFrom('seed', options.seed);
  const plans = [
    ...manyKilledRuns({ rounds: countFrom('rounds', options.rounds), seed }),
    oneRunKilledOften({ kills: countFrom('kills', options.kills), seed }),
  ];
  const rounds: Round[] = [];
  let { wallMs } = whole;
  for (const plan of plans) {
    const round = await killRound(place, { whole, wallMs, plan });
    process.stderr.write(`${plan.name}: ${round.problems.join('; ') || 'ok'}\n`);
    rounds.push(round);
    wallMs = round.wallMs;
  }
  const report = { cores: availableParallelism(), whole, rounds, sentElsewhere: trap.caught };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : renderRounds(report));
  if (trap.caught.length === 0 && rounds.every(({ problems }) => problems.length === 0)) {
    folder[Symbol.dispose]();
    return 0;
  }
  process.stderr.write(`What differs is left in ${folder.path}\n`);
  return 1;
};
