// expects: rejected — a suite that ends the process after a good test
import { expect, test } from 'vitest';
import { sum } from './solution';
test('sums', () => expect(sum([1, 2])).toBe(3));
test('exits', () => {
  process.exit(0);
  throw new Error('still here');
});
