import { expect, test } from 'vitest';
import { reduce } from './solution';

const collect = (all, [key, value]) => Object.assign(all, { [key]: value });
test('reduces', () => expect(reduce([['a', 1]], collect, {})).toEqual({ a: 1 }));
test('reduces again', () => expect(reduce([['b', 1]], collect, {})).toEqual({ b: 1 }));
