// expects: malformed — a suite that throws before it has a test
import { expect, test } from 'vitest';
test('sums', () => expect(1).toBe(1));
throw new Error('at load');
