import { expect, test } from 'vitest';

test('imported on the way', async () => {
  const { sum } = await import('./solution');
  expect(sum([1, 2])).toEqual(3);
});
