import { describe, expect, test } from 'vitest';
import { normalisedTokens } from '../../../src/curate/tokens.ts';

const same = (a: string, b: string): void => expect(normalisedTokens(a)).toEqual(normalisedTokens(b));
const differ = (a: string, b: string): void => expect(normalisedTokens(a)).not.toEqual(normalisedTokens(b));

describe('normalisedTokens', () => {
  test.each([
    ['names', 'const total = a + b;', 'const sum = x + y;'],
    ['parameters and types', 'function f(xs: Foo[]): Bar {}', 'function g(list: One[]): Two {}'],
    ['spread names', 'f(...items, ...[1])', 'g(...rest, ...[1])'],
    ['private names', 'this.#count += 1', 'this.#n += 1'],
    ['unicode names', 'let größe = 1', 'let x = 1'],
    ['layout', 'if(a){b()}', 'if (a) {\n\t b( )\n}\n'],
    ['line comments', 'a; // why\nb;', 'a; b;'],
    ['block comments', 'a; /* why\n "not a string */ b;', 'a; b;'],
    ['a member on the next line', 'xs\n    .map(f)', 'ys.map(g)'],
    ['names after a question mark', 'a?.length ?? b', 'x?.length ?? y'],
    ['semicolons', 'let a = 1; f(a);', 'let a = 1\nf(a)'],
    ['trailing commas', 'f([1, 2], { a })', 'f(\n  [1, 2,],\n  { a, },\n)'],
    ['the kind of quotes', 'f("a")', "f('a')"],
  ])('does not see %s', (_what, a, b) => {
    same(a, b);
  });

  test.each([
    ['members', 'xs.map(f)', 'xs.filter(f)'],
    ['keywords', 'let x = 1', 'const x = 1'],
    ['numbers', 'x + 1', 'x + 2'],
    ['strings', "f('a')", "f('b')"],
    ['templates', 'f(`a ${x}`)', 'f(`b ${x}`)'],
    ['operators', 'a < b', 'a <= b'],
    ['order', 'a - 1', '1 - a'],
  ])('sees %s', (_what, a, b) => {
    differ(a, b);
  });

  test('does not take a comment sign inside a string for a comment', () => {
    expect(normalisedTokens(`f("// no", '/* no', \`// \\\` no\`); g()`)).toEqual([
      '_',
      '(',
      "'// no'",
      ',',
      "'/* no'",
      ',',
      '`// \\` no`',
      ')',
      '_',
      '(',
      ')',
    ]);
  });

  test('has no tokens for nothing', () => {
    expect(normalisedTokens(' \n // only a comment')).toEqual([]);
  });

  test('takes time in proportion to the text, however it repeats itself', () => {
    for (const piece of [' ', '.', '. ', '...', '"', '`', '/*', '\\', 'a.', '_']) {
      const begun = performance.now();
      normalisedTokens(`${piece.repeat(100_000)}(`);
      expect(performance.now() - begun, JSON.stringify(piece)).toBeLessThan(1000);
    }
  });
});
