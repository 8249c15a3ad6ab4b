import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draw } from '../../../src/core/draw.ts';
import { operators } from '../../../src/core/operator.ts';
import type { Seed } from '../../../src/core/seed.ts';
import { chainsOf } from '../../../src/seeds/chains.ts';
import { drawRounds } from '../../../src/seeds/draw.ts';
import { seedOf } from '../support/examples.ts';

/** Seeds of some topics: as many of each as the list says. */
function seedsOf(sizes: readonly number[]): Seed[] {
  return sizes.flatMap((size, topic) => Array.from({ length: size }, (_, n) => seedOf({ id: `topic-${topic}/s${n}` })));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const sizes = fc.array(fc.nat(6), { maxLength: 6 });
const options = fc.record({ seed: fc.nat(), roundSize: fc.integer({ min: 1, max: 9 }) });
const ids = (rounds: readonly (readonly Draw[])[]): string[] => rounds.flat().map(({ key }) => key);

describe('drawRounds', () => {
  test('draws every seed once, in rounds of the given size', () => {
    const draws = fc.property(sizes, options, (count, given) => {
      const seeds = seedsOf(count);
      const rounds = drawRounds(seeds, given);
      expect(ids(rounds).toSorted()).toEqual(seeds.map(({ id }) => id).toSorted());
      expect(rounds.slice(0, -1).every((round) => round.length === given.roundSize)).toBe(true);
      expect(rounds.every((round) => round.length > 0 && round.length <= given.roundSize)).toBe(true);
    });
    fc.assert(draws);
  });

  test('draws every seed again in each take, under names of their own, one take after the other', () => {
    const takes = fc.record({ first: fc.nat(9), count: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(sizes, options, takes, (count, given, { first, count: times }) => {
        const seeds = seedsOf(count);
        const draws = drawRounds(seeds, { ...given, takes: { first, count: times } }).flat();
        expect(draws).toHaveLength(seeds.length * times);
        expect(new Set(draws.map(({ key }) => key)).size).toBe(draws.length);
        expect(draws.map(({ take = 0 }) => take)).toEqual(upTo(times).flatMap((take) => seeds.map(() => first + take)));
        const other = drawRounds(seeds, { ...given, takes: { first: first + times, count: 1 } }).flat();
        expect(other.some(({ key }) => draws.some((draw) => draw.key === key))).toBe(false);
      }),
    );
  });

  test('lets topics take turns: none is two ahead of one that still has seeds', () => {
    const takesTurns = fc.property(sizes, options, (count, given) => {
      const drawn = count.map(() => 0);
      for (const { seed } of drawRounds(seedsOf(count), given).flat()) {
        const index = Number(seed.topic.split('-')[1]);
        drawn[index] = (drawn[index] ?? 0) + 1;
        const behind = drawn.filter((so, other) => so < (count[other] ?? 0));
        expect((drawn[index] ?? 0) - Math.min(...behind, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1);
      }
    });
    fc.assert(takesTurns);
  });

  test('lets the difficulties of a topic take turns', () => {
    const difficulties = ['easy', 'medium', 'hard'] as const;
    const seeds = difficulties.flatMap((difficulty) =>
      upTo(4).map((n) => seedOf({ id: `t/${difficulty}${n}`, difficulty })),
    );
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = drawRounds(seeds, { seed, roundSize: 3 });
        for (const round of drawn) expect(new Set(round.map((draw) => draw.seed.difficulty)).size).toBe(3);
      }),
    );
  });

  describe('with operators', () => {
    const evolve = fc.record({
      operators: fc.subarray([...operators], { minLength: 1 }),
      variants: fc.nat(12),
      depth: fc.integer({ min: 1, max: 3 }),
    });

    test('draws every seed as it is first, and then each of its chains once', () => {
      fc.assert(
        fc.property(sizes, options, evolve, (count, given, how) => {
          const seeds = seedsOf(count);
          const draws = drawRounds(seeds, { ...given, evolve: how }).flat();
          expect(draws.slice(0, seeds.length).every((draw) => draw.operators.length === 0)).toBe(true);
          expect(new Set(draws.map(({ key }) => key)).size).toBe(draws.length);
          const chains = chainsOf({ ...how, seed: given.seed }).length;
          expect(draws).toHaveLength(seeds.length * (1 + Math.min(how.variants, chains)));
          for (const draw of draws) {
            expect(draw.operators.length).toBeLessThanOrEqual(how.depth);
            expect(how.operators).toEqual(expect.arrayContaining([...draw.operators]));
            expect(new Set(draw.operators).size).toBe(draw.operators.length);
          }
        }),
      );
    });

    test('draws the chains that a seed names, and no others', () => {
      const chained = seedOf({ id: 't/own', evolve: [['mutate'], ['deepen', 'bound'], ['reason']] });
      const given = { seed: 3, roundSize: 100, evolve: { operators, variants: 2, depth: 1 } };
      const keys = ids(drawRounds([chained, seedOf({ id: 't/other' })], given));
      const own = keys.filter((key) => key.startsWith('t/own'));
      expect(own).toEqual(['t/own', 't/own+mutate', 't/own+deepen+bound', 't/own+reason']);
      expect(keys).toHaveLength(7);
      const none = { ...given, evolve: { ...given.evolve, variants: 0 } };
      expect(ids(drawRounds([chained], none))).toEqual(['t/own']);
    });

    test('uses operators equally often, as far as the numbers allow', () => {
      const given = { seed: 3, roundSize: 100, evolve: { operators, variants: 2, depth: 1 } };
      const draws = drawRounds(seedsOf([7, 5]), given).flat();
      const used = operators.map((operator) => draws.filter((draw) => draw.operators[0] === operator).length);
      expect(used).toEqual(operators.map(() => 3));
    });
  });

  test('does not depend on the order in which the seeds are given', () => {
    const shuffled = sizes.chain((count) => {
      const seeds = seedsOf(count);
      return fc.tuple(fc.constant(seeds), fc.shuffledSubarray(seeds, { minLength: seeds.length }));
    });
    fc.assert(
      fc.property(shuffled, options, ([seeds, others], given) => {
        expect(ids(drawRounds(others, given))).toEqual(ids(drawRounds(seeds, given)));
      }),
    );
  });

  test('keeps the order when only the size of a round changes', () => {
    fc.assert(
      fc.property(sizes, options, (count, given) => {
        const one = drawRounds(seedsOf(count), { ...given, roundSize: 1 });
        expect(ids(one)).toEqual(ids(drawRounds(seedsOf(count), given)));
      }),
    );
  });

  test('gives another order for another seed, of topics and within a topic', () => {
    const seeds = seedsOf([8, 8, 8, 8]);
    const orders = Array.from({ length: 20 }, (_, seed) => ids(drawRounds(seeds, { seed, roundSize: 4 })));
    expect(new Set(orders.map(String)).size).toBe(20);
    const ofFirst = orders.map((order) => order.filter((id) => id.startsWith('topic-0/')));
    expect(new Set(ofFirst.map(String)).size).toBe(20);
    const topics = orders.map((order) => order.slice(0, 4).map((id) => id.split('/')[0]));
    expect(new Set(topics.map(String)).size).toBeGreaterThan(5);
  });
});
