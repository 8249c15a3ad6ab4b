import { expect, test } from 'vitest';
import { countdown, entries, firstThree, log, resource, zip } from './solution';

test('by hand', () => {
  const it = countdown(3);
  expect(it.next()).toEqual({ value: 3, done: false });
  expect([...it]).toEqual([2, 1]);
  expect([...it]).toEqual([]);
});
test('returned', () => {
  for (const x of resource()) if (x === 1) break;
  const [first] = resource();
  expect([first, log]).toEqual([1, ['returned', 'returned']]);
});
test('zip', () => {
  let reads = 0;
  const own = {
    *[Symbol.iterator]() {
      for (;;) yield reads++;
    },
  };
  expect([...zip('ab', own)]).toEqual([
    ['a', 0],
    ['b', 1],
  ]);
});
test('helpers', () => expect(firstThree(new Set([1, 2, 3, 4]))).toEqual([1, 2, 3]));
test('a map', () => {
  const it = entries(new Map([[1, 2]]));
  expect(it.next().value).toEqual([1, 2]);
  expect(it.next().done).toBe(true);
});
