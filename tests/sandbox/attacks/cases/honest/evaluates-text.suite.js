import { expect, test } from 'vitest';
import { calculate, run, template } from './solution';

test('calculate', () => expect(calculate('2 * (3 + 4)')).toBe(14));
test('run', () => expect(run('[1, 2].map((x) => x * 2)')).toEqual([2, 4]));
test('its errors', () => expect(() => run('1 +')).toThrow(SyntaxError));
test('template', () => expect(template('{a}-{constructor}', { a: '$&' })).toBe('$&-{constructor}'));
