import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { saysNothing } from '../../../src/backtranslate/says-nothing.ts';
import { screenDescription } from '../../../src/backtranslate/screen.ts';

const named = { entryPoint: 'sumDigits', signature: 'export function sumDigits(n: number): number;' };

describe('saysNothing', () => {
  test.each([
    ['A useful function that takes an input and returns a result.', []],
    ['`sumDigits` sums digits.', []],
    ['This function sums the digits of a number.', []],
    ['sumDigits(n: number): number', []],
    ['', []],
    ['Sums the decimal digits.', ['decimal']],
  ])('%s', (text, words) => {
    expect(saysNothing(text, named)).toEqual(words);
  });

  test.each([
    'Adds up the decimal digits of a number; its sign does not matter.',
    'Summiert die Ziffern einer Zahl ohne Vorzeichen.',
    '十进制各位数字之和，忽略符号。 负数 按 绝对值 处理。',
  ])('is not said of: %s', (text) => {
    expect(saysNothing(text, named)).toBeUndefined();
  });

  property.prop([fc.array(fc.constantFrom('the', 'function', 'Returns', 'sums', 'digit', 'sumDigits', 'number', 'a'))])(
    'is said of whatever is made of the name and plain words',
    (some) => {
      expect(saysNothing(some.join(' '), named)).toEqual([]);
    },
  );
});

describe('screenDescription', () => {
  const code =
    'export function sumDigits(n: number): number {\n  return [...String(Math.abs(n))].reduce((sum, digit) => sum + Number(digit), 0);\n}\n';

  test('names what is wrong', () => {
    expect(screenDescription('Sums digits.', { ...named, code })).toEqual({ kind: 'says-nothing', words: [] });
    expect(screenDescription(code, { ...named, code })).toMatchObject({ kind: 'leaks-code', share: 1 });
    const fine = 'Adds up the decimal digits of an integer, whatever its sign.';
    expect(screenDescription(fine, { ...named, code })).toBeUndefined();
  });
});
