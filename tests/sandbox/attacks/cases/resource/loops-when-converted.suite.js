import { expect, test } from 'vitest';
import { total } from './solution';

test('as a number', () => expect(total() - 1).toBe(2));
test('as text', () => expect(`${total()}`).toBe('3'));
