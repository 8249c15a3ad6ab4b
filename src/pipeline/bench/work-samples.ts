import { join } from 'node:path';
import type { Problem } from '../../bench/problem.ts';
import type { ResultRow } from '../../bench/result.ts';
import type { Llm, LlmReply } from '../../core/ports.ts';
import { openRows } from '../../output/open-rows.ts';
import type { RowSink } from '../../output/row-sink.ts';
import { inOrder } from '../batch/in-order.ts';
import type { Judge } from '../batch/open-judge.ts';
import { countRow, nothingCounted, type Counts } from '../batch/tally.ts';
import type { Stop } from '../stop.ts';
import { judgeSample } from './judge-sample.ts';
import { sampleProblem, type SampledRow, type Sampling } from './sample-problem.ts';
import type { BenchSettings } from './settings.ts';

export interface WorkSamplesOptions {
  readonly problems: readonly Problem[];
  /** Samples of each problem. */
  readonly n: number;
  readonly sampling: Sampling;
  readonly settings: BenchSettings;
  readonly llm: Llm;
  readonly costOf: (usage: LlmReply['usage']) => number;
  readonly judge: Pick<Judge, 'examine' | 'diagnose'>;
  /** Requests in flight at most. */
  readonly maxConcurrency: number;
  readonly dir: string;
  readonly stop: Stop;
  readonly onCounts: (counts: Counts) => void;
}

interface Asked {
  readonly problem: Problem;
  readonly sample: number;
}

interface Done {
  readonly sampled?: SampledRow;
  readonly result: ResultRow;
}

/** Enough that neither requests nor sandboxes wait for one slow reply at the front. */
const windowPerRequest = 8;

/**
 * Asks for samples, judges each as soon as it is there, and writes both files in one order: the first sample of every
 * problem, then the second of each, so that a stop leaves every problem with nearly as many. A stop ends with files of
 * what came before it.
 */
export async function workSamples(options: WorkSamplesOptions): Promise<Counts> {
  const { dir, stop, onCounts } = options;
  await using tools = new AsyncDisposableStack();
  const [samples, results] = await Promise.all([openIn(dir, 'samples.jsonl'), openIn(dir, 'results.jsonl')]);
  tools.defer(() => samples.close());
  tools.defer(() => results.close());
  let counts = nothingCounted;
  const consume = async ({ sampled, result }: Done): Promise<void> => {
    counts = countRow(counts, result);
    onCounts(counts);
    if (sampled) await samples.write(lineOf(sampled));
    await results.write(lineOf(result));
  };
  const bounds = { items: options.maxConcurrency * windowPerRequest, bytes: Infinity };
  try {
    await inOrder({
      source: inRounds(options),
      sizeOf: () => 0,
      work: (asked) => sampleAndJudge(asked, options),
      consume,
      bounds,
      ending: new AbortController(),
    });
  } catch (error) {
    if (!stop.reason || counts.rows === 0) throw error;
  }
  await stop.idle();
  await Promise.all([samples.finish(), results.finish()]);
  return counts;
}

async function* inRounds({ problems, n }: WorkSamplesOptions): AsyncGenerator<Asked> {
  for (let sample = 0; sample < n; sample += 1) {
    for (const problem of problems) yield { problem, sample };
  }
}

async function sampleAndJudge(asked: Asked, options: WorkSamplesOptions): Promise<Done> {
  const { llm, judge, settings, stop } = options;
  const sampled = await sampleProblem(llm, asked, options);
  const { problem, sample } = asked;
  if (!sampled.ok) {
    const { boundary, code, message } = sampled.fault;
    return { result: { task_id: problem.id, sample, fault: { boundary, code, message } } };
  }
  const { row, reply } = sampled.value;
  const judged = await judgeSample(judge, { ...asked, reply }, settings, stop.signal);
  return { sampled: row, result: { ...judged, usage: row.usage, cost_usd: row.cost_usd } };
}

function openIn(dir: string, name: string): Promise<RowSink> {
  const advice = { flag: '--out', next: 'run the same command again: no reply is asked for twice' };
  return openRows({ path: join(dir, name), from: 0, state: () => undefined, advice });
}

function lineOf(row: object): string {
  return `${JSON.stringify(row)}\n`;
}
