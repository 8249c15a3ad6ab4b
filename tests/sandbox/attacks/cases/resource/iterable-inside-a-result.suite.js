import { expect, test } from 'vitest';
import { numbers } from './solution';

test('equal', () => expect(Array.from(numbers())).toEqual([1, 2]));
test('contains', () => expect(numbers()).toContain(2));
test('equal to itself', () => expect(numbers()).toEqual(numbers()));
