// expects: ran|timeout|memory|output — a suite that hands over what loops, throws and never ends
import { expect, test } from 'vitest';
import { sum } from './solution';
const refuse = () => {
  throw new Error('looked at');
};
const hostile = [
  new Proxy([], { get: refuse, ownKeys: refuse, getPrototypeOf: refuse }),
  { [Symbol.iterator]: refuse },
  {
    get length() {
      return refuse();
    },
  },
  Symbol('local'),
  new WeakMap(),
  [[[[[]]]]],
];
test.each(hostile.map((value) => ({ value })))('hostile %#', ({ value }) => {
  expect(() => sum(value)).not.toThrow('a message that nothing has');
});
test('sums', () => expect(sum([1, 2])).toBe(3));
