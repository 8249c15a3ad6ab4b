// expects: memory|timeout — a suite that fills its memory
import { test } from 'vitest';
test('fills', () => {
  const kept = [];
  for (;;) kept.push(new Array(10_000).fill(kept.length));
});
