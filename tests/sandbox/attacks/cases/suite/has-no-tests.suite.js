// expects: rejected — a suite that describes, and has no test
import { describe, expect } from 'vitest';
import { sum } from './solution';
describe('sum', () => {
  expect(sum([1])).toBe(1);
});
