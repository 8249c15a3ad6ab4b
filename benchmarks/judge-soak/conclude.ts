import { median } from '../table.ts';
import { type Sample, samplesPerRun, type Soaked } from './soak.ts';

export interface MemoryConclusion {
  /** The median resident MB of all processes in each fifth of the run. */
  readonly fifthsMb: readonly number[];
  readonly ownFifthsMb: readonly number[];
  readonly peakMb: number;
  /** MB for 10,000 candidates, of a line through all samples after the first fifth. */
  readonly slopeMb: number;
  /** How much that line rises, as a share of the median. */
  readonly growth: number;
}

export interface CpuConclusion {
  /** CPU ms a candidate in each tenth of the run. */
  readonly tenthsMs: readonly number[];
  /** How much more the last tenth takes than the first one, as a share. */
  readonly change: number;
}

export interface SoakConclusion {
  readonly judged: number;
  readonly seconds: number;
  readonly wrong: Soaked['wrong'];
  readonly memory: MemoryConclusion;
  readonly cpu: CpuConclusion;
}

/** What a whole run comes to. */
export function concludeSoak({ samples, wrong }: Soaked): SoakConclusion {
  const last = samples.at(-1);
  return {
    judged: last?.judged ?? 0,
    seconds: (last?.atMs ?? 0) / 1000,
    wrong,
    memory: memoryOf(samples),
    cpu: cpuOf(samples),
  };
}

function memoryOf(samples: readonly Sample[]): MemoryConclusion {
  const fifth = samplesPerRun / 5;
  const fifths = Array.from({ length: 5 }, (_, at) => samples.slice(at * fifth + 1, (at + 1) * fifth + 1));
  const warm = samples.slice(fifth + 1);
  const slope = slopeOf(warm);
  const span = (warm.at(-1)?.judged ?? 0) - (warm[0]?.judged ?? 0);
  return {
    fifthsMb: fifths.map((part) => median(part.map(({ residentMb }) => residentMb))),
    ownFifthsMb: fifths.map((part) => median(part.map(({ ownResidentMb }) => ownResidentMb))),
    peakMb: Math.max(...samples.map(({ residentMb }) => residentMb)),
    slopeMb: slope * 10_000,
    growth: (slope * span) / median(warm.map(({ residentMb }) => residentMb)),
  };
}

/**
 * MB for each candidate: the median of the slopes between all pairs of samples (the estimator of Theil and Sen), which
 * a few samples in the middle of an allocation bomb do not bend.
 */
function slopeOf(samples: readonly Sample[]): number {
  const slopes = samples.flatMap((from, index) =>
    samples.slice(index + 1).map((to) => (to.residentMb - from.residentMb) / (to.judged - from.judged)),
  );
  return median(slopes.filter(Number.isFinite));
}

function cpuOf(samples: readonly Sample[]): CpuConclusion {
  const tenth = samplesPerRun / 10;
  const marks = samples.filter((_, index) => index % tenth === 0);
  const tenthsMs = marks.slice(1).map((to, index) => {
    const from = marks[index] ?? to;
    return (to.cpuMs - from.cpuMs) / (to.judged - from.judged);
  });
  const [first = Number.NaN, last = Number.NaN] = [tenthsMs[0], tenthsMs.at(-1)];
  return { tenthsMs, change: last / first - 1 };
}
