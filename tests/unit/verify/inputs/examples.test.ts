import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputsFor } from '../../../../src/verify/inputs/index.ts';
import { drawn, firstsLike, inputsOf } from './draw.ts';

describe('examples', () => {
  test('are the literal argument lists of calls, each once', () => {
    const suite = `
      const list = [1, -2] as const;
      const deep: number[][] = [[...list], []];
      test('a', () => { expect(f(list, 'x')).toBe(1); expect(f([1,-2], "x")).toBe(1); });
      f(deep, \`y\`); f(new Map([['k', NaN]]), new Set([undefined])); f({ a: 1, 'b c': null }, 2n, new Date('2024-01-01'));
      f(unknown); f(\`\${1}\`); f(Math.random()); g(3); lib.f(-Infinity, 1e3);`;
    expect(inputsOf({ suites: [suite, 'f([1, -2], "x")'] }).examples).toEqual([
      '[[1, -2], "x"]',
      '[[[1, -2], []], "y"]',
      '[new Map([["k", NaN]]), new Set([undefined])]',
      '[{ ["a"]: 1, ["b c"]: null }, 2n, new Date("2024-01-01")]',
      '[-Infinity, 1000]',
    ]);
  });

  test('a constant of two tests is none', () => {
    const suite = 'test(() => { const a = 1; f(a); }); test(() => { const a = 2; f(a, 3); }); f(7);';
    expect(inputsOf({ suites: [suite] }).examples).toEqual(['[7]']);
  });

  test.each([[[]], [['f(']], [['f(x)', 'g(1)']], [['(('.repeat(20_000)]]])('nothing is made of %#', (suites) => {
    expect(inputsFor({ entryPoint: 'f', language: 'js', solutions: ['function f(x) {'], suites })).toBeUndefined();
  });

  test('calls that are to throw are no models', () => {
    const suites = ['f(3); f(4); expect(() => f(-1)).toThrow(RangeError)'];
    const inputs = inputsOf({ suites });
    expect(inputs.examples).toContain('[-1]');
    expect(drawn(inputs).every(([n]) => (n as number) >= 1)).toBe(true);
  });

  test('any literal list is drawn from without a fault', () => {
    const values = fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), (lists) => {
        const suite = lists.map((list) => `f(${list.map((one) => `(${JSON.stringify(one)})`).join(', ')});`).join('\n');
        const inputs = inputsOf({ suites: [suite], language: 'js' });
        expect(drawn(inputs, 20)).toEqual(drawn(inputs, 20));
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe('numbers like the examples', () => {
  test('stay whole and positive, small ones and large ones', () => {
    const drawnNumbers = firstsLike('f(7)', 'f(900)') as number[];
    expect(drawnNumbers.every((n) => Number.isInteger(n) && n >= 1)).toBe(true);
    expect(drawnNumbers).toEqual(expect.arrayContaining([1, 2, 3]));
    expect(Math.max(...drawnNumbers)).toBeGreaterThan(1800);
  });

  test('are negative, zero or broken where examples are', () => {
    expect(firstsLike('f(-3)', 'f(4)').some((n) => (n as number) < -3)).toBe(true);
    expect(firstsLike('f(0)', 'f(4)')).toContain(0);
    expect(firstsLike('f(1.0)').some((n) => !Number.isInteger(n))).toBe(true);
  });

  test('do not grow far where a function may take as many steps', () => {
    expect(Math.max(...(firstsLike('f(5)', 'f(10)') as number[]))).toBeLessThanOrEqual(30);
  });

  test('solutions tell bounds', () => {
    const inputs = inputsOf({ suites: ['f(19); f(426)'], solutions: ['const f = (n) => (n >= 1000 ? "M" : "")'] });
    expect(drawn(inputs).flat()).toContain(1000);
  });
});

describe('texts like the examples', () => {
  test('have letters of the same class', () => {
    const texts = firstsLike("f('hi')", "f('asdfghjkl')") as string[];
    expect(texts.every((text) => /^[a-z]+$/.test(text))).toBe(true);
    expect(new Set(texts.join('')).size).toBe(26);
  });

  test('pair brackets if all examples do, and not if one does not', () => {
    const depth = (text: string): number =>
      [...text].reduce((open, one) => (open < 0 ? open : open + (one === '(' ? 1 : -1)), 0);
    expect(firstsLike("f('(()())')", "f('()')").every((text) => depth(text as string) === 0)).toBe(true);
    expect(firstsLike("f('(()')", "f('()')").some((text) => depth(text as string) !== 0)).toBe(true);
  });

  test('are days of the calendar where examples are', () => {
    const days = firstsLike("f('2024-02-29')", "f('2023-12-31')") as string[];
    expect(days.every((day) => new Date(`${day}T00:00Z`).toISOString().startsWith(day))).toBe(true);
    expect(new Set(days).size).toBeGreaterThan(50);
  });

  test('keep a format and change its numbers', () => {
    const texts = firstsLike("f('5 apples and 6 oranges')", "f('10 apples and 1 oranges')") as string[];
    expect(texts.every((text) => /^\d+ apples and \d+ oranges$/.test(text))).toBe(true);
    expect(new Set(texts).size).toBeGreaterThan(30);
  });

  test('use the words that solutions know, and no others', () => {
    const solutions = ['const order = { zero: 0, one: 1, two: 2, three: 3 }; function f(text) { return text; }'];
    const texts = drawn(inputsOf({ suites: ["f('three one two')"], solutions })).map(([text]) => text as string);
    expect(new Set(texts.flatMap((text) => text.split(' ')))).toEqual(new Set(['zero', 'one', 'two', 'three']));
  });
});

describe('arrays like the examples', () => {
  test('often repeat elements, and have ten or more sometimes', () => {
    const lists = firstsLike('f([5, 3, 8])', 'f([1, 2])') as number[][];
    expect(lists.some((list) => list.length > 10)).toBe(true);
    expect(lists.filter((list) => new Set(list).size < list.length).length).toBeGreaterThan(60);
    expect(lists.every((list) => list.length > 0)).toBe(true);
  });

  test('stay sorted', () => {
    const lists = firstsLike('f([1, 2, 9])', 'f([3, 4])', 'f([2, 6, 7])', 'f([])') as number[][];
    expect(lists.every((list) => list.every((item, at) => at === 0 || item >= (list[at - 1] ?? 0)))).toBe(true);
    expect(lists).toContainEqual([]);
  });

  test('of objects stay sorted by a field that always is', () => {
    const at = (...times: readonly number[]): string => `[${times.map((one) => `{ id: 'x', at: ${one} }`).join(', ')}]`;
    const orderOf = (...calls: readonly string[]): boolean[] =>
      (firstsLike(...calls) as { at: number }[][]).map((list) =>
        list.every((item, place) => place === 0 || item.at >= (list[place - 1]?.at ?? 0)),
      );
    expect(orderOf(`f(${at(1, 2, 9)})`, `f(${at(3, 4)})`, `f(${at(2, 6, 7)})`).every(Boolean)).toBe(true);
    expect(orderOf(`f(${at(1, 2, 9)})`, `f(${at(3, 4)})`, `f(${at(6, 2, 7)})`).every(Boolean)).toBe(false);
    const feeds = (firstsLike(`f([${at(1, 5)}, ${at(1, 1)}])`, `f([${at(1, 1, 1)}])`) as { at: number }[][][]).flat();
    expect(
      feeds.every((list) => list.every((item, place) => place === 0 || item.at >= (list[place - 1]?.at ?? 0))),
    ).toBe(true);
  });

  test('keep equal lengths, and places within the list', () => {
    const lists = drawn(inputsOf({ suites: ['f([1, 2, 3], [4, 5, 6], 2); f([1], [7], 1)'] })) as [
      number[],
      number[],
      number,
    ][];
    expect(lists.every(([a, b, at]) => a.length === b.length && at <= a.length)).toBe(true);
  });

  test('stay squares with each number once', () => {
    const grids = firstsLike('f([[5, 1, 4], [9, 2, 3], [8, 6, 7]])', 'f([[2, 1], [3, 4]])') as number[][][];
    for (const grid of grids) {
      expect(grid.every((row) => row.length === grid.length)).toBe(true);
      expect(grid.flat().toSorted((a, b) => a - b)).toEqual(grid.flat().map((_, at) => at + 1));
    }
  });

  test('keep the order of fields', () => {
    const span = (start: number, end: number): string => `{ start: ${start}, end: ${end} }`;
    const lists = firstsLike(`f([${span(1, 3)}, ${span(2, 9)}])`, `f([${span(4, 5)}, ${span(0, 7)}])`) as {
      start: number;
      end: number;
    }[][];
    expect(lists.flat().every(({ start, end }) => start < end)).toBe(true);
  });
});
