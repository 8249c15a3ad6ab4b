import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { drawOf, type Draw } from '../../../src/core/draw.ts';
import { fixed, steer, steered, type TopicYield } from '../../../src/seeds/steer.ts';
import { seedOf } from '../support/examples.ts';

const difficulties = ['easy', 'medium', 'hard'] as const;
const draw = (topic: string, name: number, difficulty: (typeof difficulties)[number] = 'easy'): Draw =>
  drawOf(seedOf({ id: `${topic}/${name}`, topic, difficulty }));
const keys = (draws: readonly Draw[] | undefined): string[] => (draws ?? []).map(({ key }) => key);
const gave = (topic: string, kept: number, difficulty = 'easy'): TopicYield => ({ topic, difficulty, draws: 1, kept });

describe('steering', () => {
  test('draws first what gave least, and evens it out', () => {
    const remaining = [draw('a', 1), draw('a', 2), draw('b', 1), draw('b', 2), draw('c', 1)];
    expect(keys(steer(remaining, [gave('a', 4), gave('b', 0), gave('c', 2)]))).toEqual([
      'b/1',
      'b/2',
      'c/1',
      'a/1',
      'a/2',
    ]);
  });

  test('within a topic draws first the difficulty that gave least', () => {
    const remaining = [draw('a', 1, 'easy'), draw('a', 2, 'hard')];
    expect(keys(steer(remaining, [gave('a', 3, 'easy'), gave('a', 0, 'hard')]))).toEqual(['a/2', 'a/1']);
  });

  const drawn = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...difficulties)), { maxLength: 25 });
  const yielded = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...difficulties), fc.nat(5)), {
    maxLength: 10,
  });

  property.prop([drawn, yielded, fc.integer({ min: 1, max: 6 })])(
    'loses and repeats no draw, keeps the sizes of rounds, and says the same again',
    (given, before, size) => {
      const draws = given.map(([topic, difficulty], name) => draw(topic, name, difficulty));
      const rounds = Array.from({ length: Math.ceil(draws.length / size) }, (_, at) =>
        draws.slice(at * size, (at + 1) * size),
      );
      const yields = before.map(([topic, difficulty, kept]) => gave(topic, kept, difficulty));
      const all = (): string[][] => {
        const plan = steered(rounds);
        return rounds.map(() => keys(plan.next(yields)));
      };
      expect(all()).toEqual(all());
      expect(all().map(({ length }) => length)).toEqual(rounds.map(({ length }) => length));
      expect(all().flat().toSorted()).toEqual(keys(draws).toSorted());
    },
  );

  property.prop([drawn])('puts the topics within one of each other, as long as there are draws of them', (given) => {
    const draws = given.map(([topic, difficulty], name) => draw(topic, name, difficulty));
    const order = steer(draws, []);
    const left = new Map(
      Map.groupBy(draws, ({ seed }) => seed.topic)
        .entries()
        .map(([topic, own]) => [topic, own.length]),
    );
    const taken = new Map<string, number>();
    for (const { seed } of order) {
      const least = Math.min(...[...left].filter(([, rest]) => rest > 0).map(([topic]) => taken.get(topic) ?? 0));
      expect(taken.get(seed.topic) ?? 0).toBe(least);
      taken.set(seed.topic, least + 1);
      left.set(seed.topic, (left.get(seed.topic) ?? 0) - 1);
    }
  });

  test('leaves the rounds as they are where nobody steers', () => {
    const plan = fixed([[draw('a', 1)], [draw('a', 2)]]);
    expect([keys(plan.next([])), keys(plan.next([])), plan.next([])]).toEqual([['a/1'], ['a/2'], undefined]);
  });
});
