// expects: timeout|memory|output — a suite that calls the solution without end
import { test } from 'vitest';
import { sum } from './solution';
test('calls', () => {
  const xs = Array.from({ length: 1000 }, (_, i) => i);
  for (;;) sum(xs);
});
