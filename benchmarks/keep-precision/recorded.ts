import type { SolutionTruth, SuiteTruth } from '../../problem-seeds/key/key.ts';
import { defaultRoot, readSeed } from '../../problem-seeds/key/prover/recorded.ts';
import { bundled } from '../../src/config/bundled.ts';
import { readRecording } from '../../src/llm/recordings.ts';
import { BenchmarkUsage } from '../benchmark.ts';

/** One recorded reply with the key's word on it. */
interface Recorded<Truth> {
  /** Such as `solve-2`. */
  readonly name: string;
  readonly truth: Truth;
  /** The code in the reply, where it can be taken out. */
  readonly code: string | undefined;
  readonly reply: string;
}

export type RecordedSolution = Recorded<SolutionTruth>;
export type RecordedSuite = Recorded<SuiteTruth>;

/** All recorded replies to one seed that the key knows. */
export interface RecordedSeed {
  readonly seed: string;
  readonly solutions: readonly RecordedSolution[];
  readonly roundTrips: readonly RecordedSolution[];
  readonly suites: readonly RecordedSuite[];
}

/** Reads the recorded replies and the key of one seed. Throws `BenchmarkUsage` for a seed without a key. */
export async function recordedSeed(seed: string): Promise<RecordedSeed> {
  const { key, solutions, suites } = await readSeed(defaultRoot, seed).catch((cause: unknown) => {
    throw new BenchmarkUsage(`the run drew the seed ${seed}, which has no key`, { cause });
  });
  const known = Object.entries(key.solutions).map(([name, truth]) => recorded(seed, name, truth, solutions[name]));
  return {
    seed,
    solutions: known.filter(({ name }) => name.startsWith('solve-')),
    roundTrips: known.filter(({ name }) => name.startsWith('roundtrip-')),
    suites: Object.entries(key.suites).map(([name, truth]) => recorded(seed, name, truth, suites[name])),
  };
}

type Extracted = Awaited<ReturnType<typeof readSeed>>['solutions'][string];

function recorded<Truth>(seed: string, name: string, truth: Truth, extracted: Extracted | undefined): Recorded<Truth> {
  const [stage = '', sample] = name.split('-');
  const reply = readRecording(bundled.replies, { seed, stage, sample: Number(sample) })?.content ?? '';
  return { name, truth, code: extracted?.ok ? extracted.code : undefined, reply };
}
