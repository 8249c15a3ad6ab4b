import { expect, test } from 'vitest';
import { NotFound, other, own, range, shape, tagged } from './solution';

test('by name', () => expect(range).toThrow(RangeError));
test('by shape', () => expect(shape).toThrow(RangeError));
test('by constructor', () => expect(own).toThrow(RangeError));
test('by tag', () => expect(tagged).toThrow(RangeError));
test('by the name of its class', () => expect(other).toThrow(NotFound));
