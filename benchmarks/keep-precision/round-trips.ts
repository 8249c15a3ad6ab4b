import type { RecordedSeed } from './recorded.ts';
import type { RunRows } from './run-rows.ts';

export interface RoundTripError {
  readonly seed: string;
  /** The recorded round-trip solution, such as `roundtrip-0`. */
  readonly solution: string;
  /** What the key says of it. */
  readonly note: string;
}

export interface RoundTrips {
  readonly passed: number;
  readonly failed: number;
  /** Passed, though the key says that the solution written from the description is wrong. */
  readonly passedWrong: readonly RoundTripError[];
  /** Failed, though the key says that the last solution written from the description is right. */
  readonly failedRight: readonly RoundTripError[];
}

/** Compares what the executed round trips showed with what the key says of their solutions. */
export function compareRoundTrips(run: RunRows, seeds: readonly RecordedSeed[]): RoundTrips {
  const passed = run.pairs.flatMap(({ direction, round_trip, lineage }) =>
    direction === 'code-to-description' && round_trip ? [{ seed: lineage.seed, code: round_trip.solution }] : [],
  );
  const failed = run.rejected
    .filter(({ stage }) => stage === 'roundtrip')
    .map(({ lineage, solution }) => ({ seed: lineage.seed, code: solution }));
  return {
    passed: passed.length,
    failed: failed.length,
    passedWrong: passed.flatMap((trip) => withTruth(trip, seeds, 'wrong')),
    failedRight: failed.flatMap((trip) => withTruth(trip, seeds, 'right')),
  };
}

interface Trip {
  readonly seed: string;
  readonly code: string | undefined;
}

function withTruth({ seed, code }: Trip, seeds: readonly RecordedSeed[], truth: 'right' | 'wrong'): RoundTripError[] {
  const recorded = seeds.find((one) => one.seed === seed)?.roundTrips.find((solution) => solution.code === code);
  if (!recorded || recorded.truth.truth !== truth) return [];
  return [{ seed, solution: recorded.name, note: recorded.truth.note }];
}
