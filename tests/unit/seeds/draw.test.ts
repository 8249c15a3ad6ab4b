import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Seed } from '../../../src/core/seed.ts';
import { drawRounds } from '../../../src/seeds/draw.ts';
import { seedOf } from '../support/examples.ts';

/** Seeds of some topics: as many of each as the list says. */
function seedsOf(sizes: readonly number[]): Seed[] {
  return sizes.flatMap((size, topic) => Array.from({ length: size }, (_, n) => seedOf({ id: `topic-${topic}/s${n}` })));
}

const sizes = fc.array(fc.nat(6), { maxLength: 6 });
const options = fc.record({ seed: fc.nat(), roundSize: fc.integer({ min: 1, max: 9 }) });
const ids = (rounds: readonly (readonly Seed[])[]): string[] => rounds.flat().map(({ id }) => id);

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

  test('lets topics take turns: none is two ahead of one that still has seeds', () => {
    const takesTurns = fc.property(sizes, options, (count, given) => {
      const drawn = count.map(() => 0);
      for (const { topic } of drawRounds(seedsOf(count), given).flat()) {
        const index = Number(topic.split('-')[1]);
        drawn[index] = (drawn[index] ?? 0) + 1;
        const behind = drawn.filter((so, other) => so < (count[other] ?? 0));
        expect((drawn[index] ?? 0) - Math.min(...behind, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1);
      }
    });
    fc.assert(takesTurns);
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
