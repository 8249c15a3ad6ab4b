import { expect, test } from 'vitest';
import { rename, sealed, sorted } from './solution';

test('a frozen array', () => expect(sorted(Object.freeze([3, 1, 2]))).toEqual([1, 2, 3]));
test('a frozen object', () => expect(rename(Object.freeze({ name: 'old' }))).toEqual({ name: 'new' }));
test('a sealed object', () => expect(sealed(Object.seal({ name: 'old' }))).toEqual({ name: 'old', extra: 1 }));
