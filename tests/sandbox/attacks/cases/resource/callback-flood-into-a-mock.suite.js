import { expect, test, vi } from 'vitest';
import { repeat } from './solution';

test('ends', () => {
  const use = vi.fn();
  repeat(use);
  expect(use).toHaveBeenCalled();
});
