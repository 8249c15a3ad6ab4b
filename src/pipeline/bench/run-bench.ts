import type { Config } from '../../config/config.ts';
import type { Credentials } from '../../config/credentials.ts';
import type { ProblemSet } from '../../bench/problem.ts';
import { solveProblemPrompt } from '../../bench/prompts/solve-problem.ts';
import type { RunRecord, Store } from '../../core/store.ts';
import { openJudge } from '../batch/open-judge.ts';
import type { Counts } from '../batch/tally.ts';
import { costOf, openEndpoint } from '../endpoint.ts';
import { requestsInFlight } from '../transport.ts';
import { refuseChanged, type Settings } from '../settings.ts';
import type { Stop } from '../stop.ts';
import { stoppableLlm } from '../stoppable-llm.ts';
import type { BenchSummary } from './bench-summary.ts';
import { conclude } from './conclude.ts';
import type { Sampling } from './sample-problem.ts';
import { decisiveForBench, testsOf, type BenchSettings } from './settings.ts';
import { workSamples } from './work-samples.ts';

export interface RunBenchOptions {
  readonly set: ProblemSet;
  readonly title: string;
  /** The endpoint, its prices and the budget. */
  readonly config: Config;
  readonly credentials: ReadonlyMap<string, Credentials>;
  readonly settings: BenchSettings;
  readonly sampling: Sampling;
  /** Samples of each problem. */
  readonly n: number;
  readonly ks?: readonly number[];
  readonly audit?: string;
  readonly dir: string;
  /** The directory as the store knows it. */
  readonly dirKey: string;
  readonly store: Store;
  readonly stop: Stop;
  /** Begin anew even where the directory has a run. */
  readonly fresh: boolean;
  readonly onCounts: (counts: Counts) => void;
}

/**
 * Samples solutions of every problem from a model, scores them as they arrive and sums up. Where it is stopped, by a
 * budget or an interrupt or an endpoint that is gone, it sums up what there is and then throws the reason; the same
 * call goes on from there.
 */
export async function runBench(options: RunBenchOptions): Promise<BenchSummary> {
  const { config, settings, sampling, n, store, stop, credentials } = options;
  const record = await openRecord(options);
  await using tools = new AsyncDisposableStack();
  const endpoint = await openEndpoint({
    config,
    credentials,
    notes: store,
    replies: (cost) => store.replies(record.id, cost),
    batches: store.batches(),
    spent: await store.requestCounts(record.id),
    stopping: stop.signal,
    clock: { now: () => Date.now() },
  });
  tools.defer(() => endpoint.close());
  const judge = tools.use(await openJudge(settings.judging));
  tools.defer(() => stop.idle());
  await workSamples({
    ...options,
    problems: options.set.problems.filter((problem) => testsOf(problem, settings.tests) !== ''),
    llm: stoppableLlm(endpoint.llm, stop),
    costOf: costOf(config.endpoint),
    judge,
    maxConcurrency: requestsInFlight(config.endpoint),
  });
  await store.countStored(record.id, endpoint.meter.stored);
  const { model, name } = config.endpoint;
  const asked = { model, endpoint: name, n, ...shown(sampling) };
  const summary = await conclude({ ...options, sampling: asked, ...(stop.reason && { stopped: stop.reason.code }) });
  if (stop.reason) throw stop.reason;
  return summary;
}

/** The directory's run, or a new one. Throws an input error when what decides the samples has changed. */
async function openRecord(options: RunBenchOptions): Promise<RunRecord> {
  const { store, dirKey, fresh, dir } = options;
  const settings = decisive(options);
  const known = fresh ? undefined : await store.findRun(dirKey);
  if (!known) return await store.createRun(dirKey, settings);
  refuseChanged(known.settings, settings, dir);
  return known;
}

/** How many samples there are, the budget and the address may change from one invocation to the next. */
function decisive({ set, config, settings, sampling }: RunBenchOptions): Settings {
  return {
    ...decisiveForBench(settings),
    '--problems (their content)': set.digest,
    '--model': config.endpoint.model,
    'endpoint.name': config.endpoint.name,
    ...Object.fromEntries(Object.entries(shown(sampling)).map(([name, value]) => [`--${name}`, value])),
    'prompt (its text)': solveProblemPrompt.hash,
  };
}

function shown({ style, system, temperature, topP, maxTokens, stop }: Sampling): Settings {
  return {
    prompt: style,
    temperature,
    'max-tokens': maxTokens,
    ...(system !== undefined && { system }),
    ...(topP !== undefined && { 'top-p': topP }),
    ...(stop.length > 0 && { stop }),
  };
}
