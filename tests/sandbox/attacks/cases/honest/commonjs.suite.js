import { expect, test } from 'vitest';
import main, { lazy, sum } from './solution';

test('default', () => expect(main([1, 2])).toBe(3));
test('named', () => expect(sum([1, 2, 3])).toBe(6));
test('getter', () => expect(lazy).toBe('computed'));
test('properties', () => expect(main.version).toBe('1.0.0'));
