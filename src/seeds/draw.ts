import { drawOf, type Draw } from '../core/draw.ts';
import type { Operator } from '../core/operator.ts';
import { contentHash } from '../core/id.ts';
import type { Seed } from '../core/seed.ts';
import { chainsOf } from './chains.ts';

export interface DrawOptions {
  readonly seed: number;
  /** Draws of a round at most. */
  readonly roundSize: number;
  readonly evolve?: EvolveOptions;
  /** Everything is drawn so often, each time anew; once unless given. */
  readonly takes?: { readonly first: number; readonly count: number };
}

export interface EvolveOptions {
  readonly operators: readonly Operator[];
  /** Evolved draws of each seed that names no chains of its own, each by another chain; no more than there are chains. */
  readonly variants: number;
  /** Operators in a chain at most. */
  readonly depth: number;
}

/**
 * Splits all draws of a run into rounds. Every seed is drawn as it is, then once for each variant; each time topics
 * take turns, within a topic difficulties do, and so do operators over all. The order depends only on the run's seed
 * and each seed's id, topic and difficulty. No pair of seed and operators comes twice in a take.
 */
export function drawRounds(seeds: readonly Seed[], options: DrawOptions): readonly (readonly Draw[])[] {
  const { first, count } = options.takes ?? { first: 0, count: 1 };
  const sorted = balanced(seeds, options.seed);
  const order = upTo(count).flatMap((take) => drawsOf(sorted, first + take, options));
  const rounds = Math.ceil(order.length / options.roundSize);
  return Array.from({ length: rounds }, (_, round) =>
    order.slice(round * options.roundSize, (round + 1) * options.roundSize),
  );
}

function drawsOf(seeds: readonly Seed[], take: number, { seed, evolve }: DrawOptions): Draw[] {
  const plain = seeds.map((one) => drawOf(one, [], take));
  if (!evolve) return plain;
  const chains = chainsOf({ ...evolve, seed });
  const variants = Math.min(evolve.variants, chains.length);
  const chainsFor = (one: Seed, place: number): readonly (readonly Operator[])[] =>
    one.evolve ?? upTo(variants).map((variant) => chains[(place * variants + variant) % chains.length] ?? []);
  const ofEach =
    evolve.variants === 0
      ? []
      : seeds.map((one, place) => chainsFor(one, place).map((chain) => drawOf(one, chain, take)));
  const most = Math.max(0, ...ofEach.map(({ length }) => length));
  return [...plain, ...upTo(most).flatMap((variant) => ofEach.flatMap((draws) => draws.slice(variant, variant + 1)))];
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function balanced(seeds: readonly Seed[], seed: number): Seed[] {
  const byTopic = (group: readonly Seed[]): Seed[] => turns(group, seed, ({ topic }) => topic, byDifficulty);
  const byDifficulty = (group: readonly Seed[]): Seed[] =>
    turns(
      group,
      seed,
      ({ topic, difficulty }) => `${topic} ${difficulty}`,
      (alike) => byHash(alike, seed),
    );
  return byTopic(seeds);
}

/** Lets groups take turns: the first of each, in an order drawn anew for every turn, then the second of each. */
function turns(
  seeds: readonly Seed[],
  seed: number,
  groupOf: (seed: Seed) => string,
  within: (group: readonly Seed[]) => Seed[],
): Seed[] {
  const groups = [...Map.groupBy(seeds, groupOf)].map(([name, group]) => ({ name, group: within(group) }));
  const placed = groups.flatMap(({ name, group }) => group.map((one, turn) => ({ one, turn, name })));
  const rank = by(({ turn, name }: { turn: number; name: string }) => {
    return `${String(turn).padStart(8, '0')} ${contentHash([seed, name, turn])}`;
  });
  return placed.toSorted(rank).map(({ one }) => one);
}

function byHash(seeds: readonly Seed[], seed: number): Seed[] {
  return seeds.toSorted(by(({ id }) => contentHash([seed, id])));
}

function by<T>(keyOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
