import { expect, test } from 'vitest';
import { count, group, pairs } from './solution';

test('counted', () => {
  const counts = count(['constructor', '__proto__', 'constructor', 'toString', 'then', 'length']);
  expect(Object.entries(counts)).toEqual([
    ['constructor', 2],
    ['__proto__', 1],
    ['toString', 1],
    ['then', 1],
    ['length', 1],
  ]);
});
test('grouped', () => expect({ ...group(['ab', 'ac', 'b']) }).toEqual({ a: ['ab', 'ac'], b: ['b'] }));
test('keyed', () => {
  expect(pairs(['then', 'hasOwnProperty'])).toEqual([{ then: 4 }, { hasOwnProperty: 14 }]);
  expect(Object.getPrototypeOf(pairs(['__proto__'])[0])).toBe(Object.prototype);
});
