import { expect, test } from 'vitest';
import { groupBy, mapLimit, sortBy, times, walk } from './solution';

test('often', () => {
  let total = 0;
  times(3000, (i) => {
    total += i;
  });
  expect(total).toBe(4_498_500);
});
test('sort', () => {
  const xs = Array.from({ length: 200 }, (_, i) => ({ i, key: (i * 7919) % 211 }));
  const keys = sortBy(xs, (a, b) => a.key - b.key).map((x) => x.key);
  expect(keys).toEqual(keys.toSorted((a, b) => a - b));
});
test('the same objects', () => {
  const xs = [{ n: 1 }, { n: 2 }, { n: 3 }];
  expect(groupBy(xs, (x) => x.n % 2).get(1)[1]).toBe(xs[2]);
});
test('deep', () => expect(walk(100, (x) => x + 1)).toBe(101));
test('with timers', async () => {
  let [running, most] = [0, 0];
  const results = await mapLimit([1, 2, 3, 4, 5], 2, async (x) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 10 * x));
    running--;
    return x * 2;
  });
  expect(results).toEqual([2, 4, 6, 8, 10]);
  expect(most).toBe(2);
});
test('what they throw passes through', () => {
  const own = new Error('own');
  const fail = () => {
    throw own;
  };
  expect(() => times(1, fail)).toThrow(own);
});
