import { expect, test } from 'vitest';
import { parse } from './solution';

test('throws', () => expect(() => parse('[')).toThrow());
