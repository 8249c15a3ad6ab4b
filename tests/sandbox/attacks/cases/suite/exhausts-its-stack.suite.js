// expects: ran|timeout|memory — a suite that calls the solution from the very end of its stack
import { expect, test } from 'vitest';
import { sum } from './solution';
const dig = (depth) => {
  try {
    return dig(depth + 1);
  } catch {
    return sum([1, 2]);
  }
};
test('sums', () => expect(dig(0)).toBe(3));
