import { expect, test } from 'vitest';
import { reached, sum, take } from './solution';

test('what is written stays where it is written', () => {
  const values = { call: (...args) => ({ args }), record: {}, list: [], map: new Map() };
  take(values);
  expect({}.polluted).toBeUndefined();
  expect([].polluted).toBeUndefined();
  expect(values.record.polluted).toBeUndefined();
  expect(Object.getPrototypeOf(values.list)).toBe(Array.prototype);
  expect(sum([1, 2])).toBe(3);
  expect(reached()).toEqual([]);
});
