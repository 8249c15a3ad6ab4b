// expects: timeout — a suite whose hook never ends
import { afterAll, expect, test } from 'vitest';
import { sum } from './solution';
afterAll(() => {
  for (;;);
});
test('sums', () => expect(sum([1])).toBe(1));
