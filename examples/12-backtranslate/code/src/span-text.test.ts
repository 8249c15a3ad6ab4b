import { expect, test } from 'vitest';
import { spanText } from './span-text.ts';

test.each([
  [0, '0 min'],
  [7, '7 min'],
  [59.4, '59 min'],
  [59.5, '1 h'],
  [60, '1 h'],
  [65, '1 h 05'],
  [130, '2 h 10'],
  [1500, '25 h'],
])('%d minutes', (minutes, text) => {
  expect(spanText(minutes)).toBe(text);
});

test('refuses what is no span', () => {
  expect(() => spanText(-1)).toThrow(RangeError);
  expect(() => spanText(Number.NaN)).toThrow('minutes must be 0 or more');
  expect(() => spanText(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
