import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, textBetween } from '../../../../src/verify/mutants/excerpt.ts';

test('an excerpt is one line of at most 80 characters', () => {
  expect(excerpt('  a\n  b ')).toBe('a b');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(excerpt(text).length).toBeLessThanOrEqual(80);
      expect(excerpt(text)).not.toMatch(/[\n\r]/);
    }),
  );
});

test('the text between two positions may span lines', () => {
  const text = 'abc\r\ndef\nghi';
  expect(textBetween(text, { line: 0, column: 1 }, { line: 0, column: 2 })).toBe('b');
  expect(textBetween(text, { line: 0, column: 2 }, { line: 2, column: 1 })).toBe('c\ndef\ng');
});
