import { expect, test } from 'vitest';
import main, * as all from './solution';
import { add, alias, count, state, up } from './solution.js';

test('live', () => {
  expect(count).toBe(0);
  up();
  expect(count).toBe(1);
  expect(all.count).toBe(1);
});
test('state', () => {
  add('x');
  expect(state.items).toEqual(['x']);
  state.items = [];
  add('y');
  expect(state.items).toEqual(['y']);
});
test('one function', () => {
  expect(main).toBe(alias);
  expect(main()).toBe(main);
  expect(all.default).toBe(main);
  expect(all['a name in quotes']).toBe(up);
});
test('names', () => {
  const names = ['a name in quotes', 'add', 'alias', 'count', 'default', 'default_', 'state', 'then_', 'up'];
  expect(Object.keys(all).toSorted()).toEqual(names);
});
