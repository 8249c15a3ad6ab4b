import { expect, test } from 'vitest';
import { numbers } from './solution';

test('ends', async () => {
  let total = 0;
  for await (const n of numbers()) total += n;
  expect(total).toBe(1);
});
