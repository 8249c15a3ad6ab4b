// expects: accepted|timeout|memory — a suite whose finalizers loop, perhaps when the next suite is at work
import { expect, test } from 'vitest';
import { sum } from './solution';
const registry = new FinalizationRegistry(() => {
  for (;;);
});
test('sums', () => {
  for (let i = 0; i < 1000; i++) registry.register({}, i);
  globalThis.kept = registry;
  expect(sum([1, 2])).toBe(3);
});
