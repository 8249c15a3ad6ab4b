import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cpuLimitMs,
  growthLimitMb,
  memoryPerChildMb,
  treeLimitMb,
  wallLimitMs,
} from '../../../../sandbox/pool/limits.ts';

const someLimits = fc.record({
  cpuMs: fc.integer({ min: 1, max: 600_000 }),
  memoryMb: fc.integer({ min: 8, max: 8192 }),
  outputKb: fc.integer({ min: 1, max: 4096 }),
});

test('the hard limits leave room for two attempts, and for the soft limits to come first', () => {
  fc.assert(
    fc.property(someLimits, (limits) => {
      expect(cpuLimitMs(limits)).toBeGreaterThan(2 * 1.2 * limits.cpuMs);
      expect(wallLimitMs(limits)).toBeGreaterThan(cpuLimitMs(limits));
      expect(growthLimitMb(limits)).toBeGreaterThan(limits.memoryMb);
    }),
  );
});

test('what a tree may hold is so much a child and a constant', () => {
  const constantMb = treeLimitMb(0, 64);
  expect(treeLimitMb(3, 64)).toBe(3 * (64 + memoryPerChildMb) + constantMb);
});
