import { levels, type Level } from '../../core/level.ts';
import type { RunPorts } from '../ports.ts';
import { upTo } from '../lane/lane-work.ts';

/** One of the descriptions that a sample is to have. */
export interface Place {
  readonly level: Level;
  /** The index of its request: the same whatever other levels and candidates are asked for. */
  readonly sample: number;
}

/** Samples of a task that can be told apart by the index of a request, and candidates of a level. */
const [mostSamples, mostCandidates] = [100, 100];
/** Full statements came first: they have the indices that they had when they were all there was. */
const inTurn: readonly Level[] = ['statement', ...levels.filter((level) => level !== 'statement')];

/** Every description that a sample is to have, by level as they are configured, then by candidate. */
export function placesFor({ config }: Pick<RunPorts, 'config'>, ordinal: number): Place[] {
  const { levels: wanted, candidates } = config.backtranslate;
  return [...new Set(wanted)].flatMap((level) =>
    upTo(candidates).map((candidate) => ({ level, sample: requestIndex(level, candidate) + ordinal })),
  );
}

function requestIndex(level: Level, candidate: number): number {
  return (inTurn.indexOf(level) * mostCandidates + candidate) * mostSamples;
}
