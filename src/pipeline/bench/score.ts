import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, ProblemSet } from '../../bench/problem.ts';
import { readSample, type SampleIn } from '../../bench/samples/read-sample.ts';
import { unknownTask } from '../../bench/samples/unknown-task.ts';
import { chooseKs } from '../../bench/numbers/choose-ks.ts';
import { inputError } from '../../core/error.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import { isStream } from '../../output/open-rows.ts';
import { judgeFile } from '../batch/judge-file.ts';
import { openJudge, type Judge } from '../batch/open-judge.ts';
import { refuseOtherSettings } from '../batch/position.ts';
import type { Counts } from '../batch/tally.ts';
import type { Read, Work } from '../batch/work.ts';
import type { Stop } from '../stop.ts';
import { readSummary } from './read-summary.ts';
import { judgeSample, type SampleToJudge } from './judge-sample.ts';
import { decisiveForBench, testsOf, type BenchSettings } from './settings.ts';

export interface ScoreOptions {
  readonly set: ProblemSet;
  /** A samples file, or `-`. */
  readonly samples: string;
  readonly dir: string;
  readonly settings: BenchSettings;
  /** The values of k that the samples must suffice for. */
  readonly ks?: readonly number[];
  readonly resume: boolean;
  readonly skipsBadLines: boolean;
  readonly stop: Pick<Stop, 'signal'>;
  readonly onCounts: (counts: Counts) => void;
  readonly onNotice: (notice: string) => void;
  /** Opens what judges; the real thing unless given. */
  readonly open?: (settings: BenchSettings['judging']) => Promise<Judge>;
}

/** Where the verdicts of a result are. */
export function resultsIn(dir: string): string {
  return join(dir, 'results.jsonl');
}

/**
 * Judges every sample of a file and writes `results.jsonl`, in the file's order. Samples of problems that have no tests
 * of the kind that is asked for come to nothing. Throws as `judgeFile` does.
 */
export async function scoreSamples(options: ScoreOptions): Promise<void> {
  const { set, settings, samples, dir, ks, open = openJudge } = options;
  const decisive = { ...decisiveForBench(settings), '--problems (their content)': set.digest };
  if (options.resume) refuseOtherResult(dir, decisive);
  if (ks && !isStream(samples)) await refuseTooFew(options, ks);
  const reader = new SampleReader(set.problems);
  const { counts } = await judgeFile<readonly SampleToJudge[]>({
    ...options,
    input: samples,
    output: resultsIn(dir),
    outputFlag: '--out',
    decisive,
    concurrency: settings.judging.concurrency,
    onPassed: (line) => {
      const parsed = parseLine(line);
      if (parsed.ok) reader.read(parsed.value);
    },
    open: async () => scoreWork(await open(settings.judging), reader, settings),
  });
  if (counts.rows === 0) throw inputError('no-samples', `${samples} holds no samples of problems with tests.`);
}

/** A complete result is gone on with as it is, so it must be one with the same settings. */
function refuseOtherResult(dir: string, decisive: Readonly<Record<string, string | number>>): void {
  const file = join(dir, 'summary.json');
  if (!existsSync(resultsIn(dir)) || !existsSync(file)) return;
  const { settings, set } = readSummary(dir);
  refuseOtherSettings({ ...settings, '--problems (their content)': set.digest }, decisive, file);
}

/** What a k would be refused for after judging is better said before. */
async function refuseTooFew({ set, samples, stop }: ScoreOptions, ks: readonly number[]): Promise<void> {
  const reader = new SampleReader(set.problems);
  using source = await openBytes(samples);
  for await (const line of readLines(source, stop.signal)) {
    const parsed = parseLine(line);
    if (parsed.ok) reader.read(parsed.value);
  }
  const counts = reader.counts();
  if (counts.length > 0) chooseKs(counts, ks);
}

function scoreWork(judge: Judge, reader: SampleReader, settings: BenchSettings): Work<readonly SampleToJudge[]> {
  return {
    read: (value) => reader.read(value),
    judge: async (samples, signal) => {
      const testable = samples.filter(({ problem }) => testsOf(problem, settings.tests) !== '');
      return await Promise.all(testable.map((sample) => judgeSample(judge, sample, settings, signal)));
    },
    [Symbol.asyncDispose]: () => judge[Symbol.asyncDispose](),
  };
}

/** Numbers the samples of each problem in the order of their lines. */
class SampleReader {
  readonly #problems: ReadonlyMap<string, Problem>;
  readonly #counts = new Map<string, number>();

  constructor(problems: readonly Problem[]) {
    this.#problems = new Map(problems.map((problem) => [problem.id, problem]));
  }

  read(value: unknown): Read<readonly SampleToJudge[]> {
    const read = readSample(value);
    if (!read.ok) return read;
    const unknown = read.rows.find(({ taskId }) => !this.#problems.has(taskId));
    if (unknown) return { ok: false, problem: unknownTask(unknown.taskId, [...this.#problems.keys()]) };
    return { ok: true, item: read.rows.flatMap((row) => this.#numbered(row)) };
  }

  /** Samples of each problem that were read so far. */
  counts(): { readonly id: string; readonly judged: number }[] {
    return Array.from(this.#counts, ([id, judged]) => ({ id, judged }));
  }

  #numbered({ taskId, completion, reasoning, finishReason }: SampleIn): SampleToJudge[] {
    const problem = this.#problems.get(taskId);
    if (problem === undefined) return [];
    const sample = this.#counts.get(taskId) ?? 0;
    this.#counts.set(taskId, sample + 1);
    const reply = {
      content: completion,
      ...(reasoning !== undefined && { reasoning }),
      ...(finishReason !== undefined && { finishReason }),
    };
    return [{ problem, sample, reply }];
  }
}
