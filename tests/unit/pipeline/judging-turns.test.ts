import { describe, expect, test } from 'vitest';
import { JudgingTurns } from '../../../src/pipeline/judging-turns.ts';

/** Work that ends when the test says so, oldest first. */
function held(isWriting: () => boolean) {
  const turns = new JudgingTurns({ isWriting, few: 2 });
  const ends: (() => void)[] = [];
  const begin = (count: number): Promise<number>[] =>
    Array.from({ length: count }, (_, index) =>
      turns.take(() => new Promise<number>((resolve) => ends.push(() => resolve(index)))),
    );
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { turns, ends, begin, settle };
}

describe('judging', () => {
  test('takes few turns at once while requests wait, and many when they do not', async () => {
    let isWriting = true;
    const { ends, begin, settle } = held(() => isWriting);
    const all = begin(6);
    await settle();
    expect(ends).toHaveLength(2);
    ends[0]?.();
    await settle();
    expect(ends).toHaveLength(3);
    isWriting = false;
    ends[1]?.();
    await settle();
    expect(ends).toHaveLength(6);
    for (const end of ends) end();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('gives its turn on when it fails', async () => {
    const { turns, ends, begin, settle } = held(() => true);
    const failing = Array.from({ length: 3 }, () => turns.take(() => Promise.reject(new Error('broken'))));
    const outcomes = await Promise.allSettled(failing);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    void begin(1);
    await settle();
    expect(ends).toHaveLength(1);
  });
});
