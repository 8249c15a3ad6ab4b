import { contentHash } from '../core/id.ts';
import type { Seed } from '../core/seed.ts';

export interface DrawOptions {
  readonly seed: number;
  /** Seeds a round draws at most. */
  readonly roundSize: number;
}

/**
 * Splits seeds into rounds, balanced over topics: topics take turns, and within a topic the order depends only on
 * the run's seed and each seed's id. A later round never holds a seed of an earlier one.
 */
export function drawRounds(seeds: readonly Seed[], options: DrawOptions): readonly (readonly Seed[])[] {
  const order = balanced(seeds, options.seed);
  const rounds = Math.ceil(order.length / options.roundSize);
  return Array.from({ length: rounds }, (_, round) =>
    order.slice(round * options.roundSize, (round + 1) * options.roundSize),
  );
}

function balanced(seeds: readonly Seed[], seed: number): Seed[] {
  const topics = Map.groupBy(
    seeds.toSorted(by((candidate) => contentHash([seed, candidate.id]))),
    (candidate) => candidate.topic,
  );
  const turns = [...topics.values()].flatMap((topic) => topic.map((candidate, turn) => ({ candidate, turn })));
  const rank = by(({ candidate, turn }: { candidate: Seed; turn: number }) => {
    return `${String(turn).padStart(8, '0')} ${contentHash([seed, candidate.topic, turn])}`;
  });
  return turns.toSorted(rank).map(({ candidate }) => candidate);
}

function by<T>(keyOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
