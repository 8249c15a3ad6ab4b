// expects: ran|output|memory|timeout — tests with names of a hundred million characters and of control characters
import { expect, test } from 'vitest';
import { sum } from './solution';
test('n'.repeat(1e8), () => expect(sum([1])).toBe(1));
test('\u001b[2J\u202e\u0000\ud800', () => expect(sum([1])).toBe(1));
