import { expect, test } from 'vitest';
import { total, watch } from './solution';

let depth = 0;
test('watches', () => {
  const result = watch((...args) => {
    if (depth < 3) {
      depth++;
      total(args);
      depth--;
    }
  });
  expect(result).toEqual([]);
});
test('sums', () => expect(total([1, 2])).toBe(3));
test('sums again', () => {
  const xs = [1, 2];
  const answer = total(xs);
  expect([answer, xs]).toEqual([3, [1, 2]]);
});
