import { availableParallelism, loadavg } from 'node:os';
import type { TypeCheckJob } from '../../src/core/ports.ts';
import { countFrom, readOptions, type Benchmark } from '../benchmark.ts';
import { median, table } from '../table.ts';
import { type Candidate, candidatesOf, recordedCandidates } from './candidates.ts';
import { costOfTsc } from './tsc.ts';
import { type Cost, costsOfChecker } from './winnow.ts';

const usage = `npm run bench -- type-check [--batch N] [--rounds N] [--data FILE] [--json]

  --batch N     candidates in one batch (default 100)
  --rounds N    batches that are measured, after two that warm the checker (default 9)
  --data FILE   JSONL with solution (or canonical_solution) and tests (default: the recorded replies)
  --json        print one JSON value`;

/** The most that a candidate may cost in a warm checker, in CPU ms. */
const goals = { alone: 1.5, withTests: 2.5 };
const warmUps = 2;
/** A `tsc` for one candidate takes so long that a few tell enough. */
const singles = 3;

interface Measured {
  readonly what: string;
  readonly goalMs: number;
  /** CPU ms a candidate. */
  readonly checkerMs: number;
  readonly checkerWallMs: number;
  readonly tscMs: number;
  readonly tscSingleMs: number;
}

/** Measures the type checker against `tsc` spawned on the same batch, and on one candidate at a time. */
export const benchmark: Benchmark = async (args) => {
  const options = readOptions(
    args,
    {
      batch: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '9' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    usage,
  );
  const size = countFrom('batch', options.batch);
  const rounds = countFrom('rounds', options.rounds);
  const pool = options.data === undefined ? await recordedCandidates() : candidatesOf(options.data);
  const batches = Array.from({ length: rounds + warmUps }, (_, round) => batchOf(pool, round, size));
  const measured = [
    await measure(
      'solutions',
      goals.alone,
      batches.map((batch) => batch.map(withoutSuite)),
    ),
    await measure('solutions and tests', goals.withTests, batches),
  ];
  process.stdout.write(options.json ? `${JSON.stringify({ size, rounds, measured })}\n` : render(measured, size));
  return 0;
};

function batchOf(pool: readonly Candidate[], round: number, size: number): Candidate[] {
  return Array.from({ length: size }, (_, index) => pool[(round * size + index) % pool.length] ?? []).flat();
}

function withoutSuite(candidate: Candidate): TypeCheckJob {
  return { ...candidate, suite: '' };
}

async function measure(what: string, goalMs: number, batches: readonly (readonly TypeCheckJob[])[]): Promise<Measured> {
  const [batch = []] = batches;
  const costs = await costsOfChecker(batches, warmUps);
  const together = batches.slice(0, singles).map(costOfTsc);
  const alone = batch.slice(0, singles).map((job) => costOfTsc([job]));
  const each = (list: readonly Cost[], key: keyof Cost): number => median(list.map((cost) => cost[key])) / batch.length;
  return {
    what,
    goalMs,
    checkerMs: each(costs, 'cpuMs'),
    checkerWallMs: each(costs, 'wallMs'),
    tscMs: each(together, 'cpuMs'),
    tscSingleMs: median(alone.map(({ cpuMs }) => cpuMs)),
  };
}

function render(measured: readonly Measured[], size: number): string {
  const heading = ['CPU ms a candidate', 'winnow', 'tsc a batch', 'ratio', 'tsc each', 'ratio', 'wall ms', 'goal'];
  const rows = measured.map(({ what, goalMs, checkerMs, checkerWallMs, tscMs, tscSingleMs }) => [
    what,
    checkerMs.toFixed(2),
    tscMs.toFixed(2),
    `${(tscMs / checkerMs).toFixed(1)} times`,
    tscSingleMs.toFixed(0),
    `${(tscSingleMs / checkerMs).toFixed(0)} times`,
    checkerWallMs.toFixed(2),
    `${goalMs}: ${checkerMs <= goalMs ? 'met' : 'not met'}`,
  ]);
  const load = loadavg()[0]?.toFixed(1) ?? '';
  const note = `Batches of ${size}, medians; ${availableParallelism()} cores, load ${load} at the end.\n`;
  return table([heading, ...rows]) + note;
}
