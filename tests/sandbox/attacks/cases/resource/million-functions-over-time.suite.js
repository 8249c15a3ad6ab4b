import { expect, test } from 'vitest';
import { make } from './solution';

test('ends', () => {
  const kept = [];
  for (let i = 0; i < 1e6; i++) kept.push(make());
  expect(kept).toHaveLength(1);
});
