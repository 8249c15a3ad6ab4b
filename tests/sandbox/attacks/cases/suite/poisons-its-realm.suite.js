// expects: ran|malformed|timeout — a suite that breaks the built-ins of its realm for whoever comes next
import { expect, test } from 'vitest';
import { sum } from './solution';
test('sums', () => expect(sum([1, 2])).toBe(3));
test('breaks', () => {
  for (const Class of [Array, Map, Set, String, Promise, RegExp, Function, WeakMap]) {
    for (const key of Reflect.ownKeys(Class.prototype)) {
      try {
        if (key !== 'constructor') Class.prototype[key] = () => 0;
      } catch {}
    }
  }
  JSON.parse = JSON.stringify = () => '';
  Object.prototype.then = (done) => done();
});
