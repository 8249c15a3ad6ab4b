import { expect, test } from 'vitest';
import { withSum, withWords } from './solution';

test('a number', () => withSum([1, 2], (total) => expect(total).toBe(3)));
test('a list', () => withWords('b a', (words) => expect(words).toEqual(['a', 'b'])));
