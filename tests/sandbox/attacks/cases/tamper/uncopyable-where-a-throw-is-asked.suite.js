import { expect, test } from 'vitest';
import { parse } from './solution';

const names = ['weak', 'reference', 'symbol', 'revoked', 'trapped', 'getter', 'registry', 'tagged'];
test.each(names)('throws, not %s', (kind) => expect(() => parse(kind)).toThrow());
