import { expect, test } from 'vitest';
import { deepen } from './solution';

test('ends', () => {
  const use = (again, depth) => again(use) + depth;
  expect(deepen(use, 0)).toBe('a number');
});
