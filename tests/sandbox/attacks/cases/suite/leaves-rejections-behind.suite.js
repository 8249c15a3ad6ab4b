// expects: ran — a suite that leaves rejected promises with hostile reasons behind
import { expect, test } from 'vitest';
import { sum } from './solution';
test('sums', () => {
  const loop = () => {
    throw new Error('looked at');
  };
  Promise.reject(new Proxy({}, { get: loop, ownKeys: loop, getPrototypeOf: loop }));
  Promise.reject(Object.defineProperty({}, 'message', { get: loop }));
  expect(sum([1, 2])).toBe(3);
});
