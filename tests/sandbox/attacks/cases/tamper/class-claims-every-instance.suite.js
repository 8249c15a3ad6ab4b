import { expect, test } from 'vitest';
import { Money, parse } from './solution';

test('parses', () => expect(parse('1.00')).toEqual(new Money(100)));
test('a number is not money', () => expect(7).not.toBeInstanceOf(Money));
test('has cents', () => expect(parse('1.00').cents).toBe(100));
