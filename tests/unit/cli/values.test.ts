import { describe, expect, test } from 'vitest';
import { collected, dollars, moment, number, wholeNumber, wholeNumbers } from '../../../src/cli/commands/values.ts';

describe('values of options', () => {
  test('whole numbers within bounds', () => {
    expect(wholeNumber(1)('12')).toBe(12);
    for (const bad of ['0', '-1', '1.5', 'x', '', '2147483648']) expect(() => wholeNumber(1)(bad)).toThrow('whole');
  });

  test('numbers within bounds', () => {
    expect(number(0, 2)('0.7')).toBe(0.7);
    for (const bad of ['-0.1', '2.1', 'x', ' ', 'NaN']) expect(() => number(0, 2)(bad)).toThrow('from 0 to 2');
  });

  test('lists of whole numbers, sorted and each once', () => {
    expect(wholeNumbers('10, 1,5,1')).toEqual([1, 5, 10]);
    for (const bad of ['1,,2', '0', '1;2', '']) expect(() => wholeNumbers(bad)).toThrow('whole');
  });

  test('amounts of dollars', () => {
    expect(dollars('2.50')).toBe(2.5);
    for (const bad of ['-1', '', 'x', 'Infinity']) expect(() => dollars(bad)).toThrow('dollars');
  });

  test('moments: a clock time is the next one, anything else is ISO 8601', () => {
    const next = moment('06:00');
    expect(next.getTime()).toBeGreaterThan(Date.now());
    expect(next.getTime()).toBeLessThanOrEqual(Date.now() + 25 * 3600 * 1000);
    expect(moment('2027-01-31T06:00:00Z').toISOString()).toBe('2027-01-31T06:00:00.000Z');
    for (const bad of ['25:00', 'tomorrow', '6']) expect(() => moment(bad)).toThrow('ISO 8601');
  });

  test('options that may be given several times', () => {
    expect(collected('b', collected('a'))).toEqual(['a', 'b']);
  });
});
