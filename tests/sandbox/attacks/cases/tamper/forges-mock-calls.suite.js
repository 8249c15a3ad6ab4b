import { expect, test, vi } from 'vitest';
import { each } from './solution';

test('three calls', () => {
  const f = vi.fn();
  each([1, 2, 3], f);
  expect(f).toHaveBeenCalledTimes(3);
});
test('their arguments', () => {
  const f = vi.fn((x) => x);
  each([1, 2, 3], f);
  expect(f).toHaveBeenNthCalledWith(2, 2);
});
