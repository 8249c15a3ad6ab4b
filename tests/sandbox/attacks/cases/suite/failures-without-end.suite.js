// expects: refuted|output|memory|timeout — ten thousand failing tests with long messages
import { expect, test } from 'vitest';
for (let i = 0; i < 10_000; i++) test(`test ${i}`, () => expect('x'.repeat(1e4)).toBe('y'.repeat(1e4)));
