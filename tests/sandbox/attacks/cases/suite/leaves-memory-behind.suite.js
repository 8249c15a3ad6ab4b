// expects: accepted|memory|timeout — a suite that leaves 8 MB on its global object
import { expect, test } from 'vitest';
import { sum } from './solution';
globalThis.kept = new Array(1_000_000).fill(1.5);
test('sums', () => expect(sum([1, 2])).toBe(3));
