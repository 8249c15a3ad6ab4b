import { expect, test } from 'vitest';
import { repeat } from './solution';

test('ends', () => {
  let calls = 0;
  repeat(() => calls++);
  expect(calls).toBeGreaterThan(0);
});
