import { describe, expect, test } from 'vitest';
import { contractIn } from '../../../../src/verify/inputs/types/contract.ts';
import { drawn, inputsOf } from './draw.ts';

describe('a statement', () => {
  test.each([
    ['`mask` and the values in `flags` are unsigned 32-bit integers.', 'mask', { min: 0, max: 2 ** 32 - 1 }],
    ['`mask` and the values in `flags` are integers from 0 to 255.', 'flags', { min: 0, max: 255 }],
    [
      'Samples are integers whose absolute value is at most 2^50, as they come.',
      'samples',
      { min: -(2 ** 50), max: 2 ** 50 },
    ],
    ['`count` is an integer with an absolute value below 10^15.', 'count', { min: 1 - 1e15, max: 1e15 - 1 }],
    ['All dates are valid; `minNights` is an integer of 1 or more.', 'minNights', { min: 1 }],
    ['Times are integers, `maxAge >= 0`; prices are any finite numbers.', 'maxAge', { min: 0 }],
    ['Times are integers, `maxAge >= 0`; prices are any finite numbers.', 'price', {}],
    ['`quiet.from` and `quiet.to` are minutes of the day, integers from 0 to 1439.', 'to', { min: 0, max: 1439 }],
  ])('states bounds: %s (%s)', (statement, name, range) => {
    expect(contractIn(statement).rangeOf(name)).toEqual(range);
  });

  test.each([
    ['Return the bytes of all samples, as an array of integers from 0 to 255.', 'samples'],
    ['If `count` is from 1 to 9, it is written as a word.', 'count'],
    ['`count` is from 1 to 9. `count` is from 2 to 8.', 'count'],
    ['`other` is an integer from 1 to 9.', 'count'],
  ])('states none of what is given: %s', (statement, name) => {
    expect(contractIn(statement).rangeOf(name)).toBeUndefined();
  });
});

test.each([
  ['Each step has a unique `name` and the names of others.', ['name']],
  ['Contacts with a unique numeric `id`.', ['id']],
  ['Names need not be unique, `code` is unique.', ['code']],
  ['The unique words of `text`.', []],
])('a statement says what elements are told apart by: %s', (statement, keys) => {
  expect(contractIn(statement).keys).toEqual(keys);
});

describe('inputs', () => {
  test('tell elements apart by what the statement says is unique', () => {
    const names = (statement: string): readonly (readonly string[])[] =>
      drawn(
        inputsOf({
          signature: 'export declare function f(steps: { name: string; needs: string[] }[]): number;',
          statement,
          suites: ["test('a', () => { f([{ name: 'a', needs: [] }, { name: 'b', needs: ['a'] }]); });"],
        }),
        1000,
      ).map(([steps]) => (steps as { name: string }[]).map(({ name }) => name));
    const repeats = (list: readonly string[]): boolean => new Set(list).size < list.length;
    expect(names('Each step has a unique `name`.').some(repeats)).toBe(false);
    expect(names('Each step has a `name`.').some(repeats)).toBe(true);
  });

  const suite = "test('a', () => { expect(f(3, [5, 7])).toBe(1); expect(f(12, [6])).toBe(2); });";
  const numbers = (statement: string, suites = [suite]): readonly (readonly [number, readonly number[]])[] =>
    drawn(
      inputsOf({ signature: 'export declare function f(mask: number, list: number[]): number;', statement, suites }),
      1500,
    ) as [number, number[]][];

  test('reach the ends of what the statement allows, beside what the suites show', () => {
    const masks = numbers('`mask` is an unsigned 32-bit integer.').map(([mask]) => mask);
    expect(masks).toEqual(expect.arrayContaining([0, 2 ** 31, 2 ** 32 - 1]));
    expect(masks.every((mask) => Number.isInteger(mask) && mask >= 0 && mask < 2 ** 32)).toBe(true);
    expect(masks.filter((mask) => mask < 100).length).toBeGreaterThan(1000);
    expect(numbers('').some(([mask]) => mask > 2 ** 31)).toBe(false);
  });

  test('have any number where any will do, in lists too', () => {
    const lists = numbers('The numbers in `list` are any finite numbers.').flatMap(([, list]) => list);
    expect(lists.some((one) => one < 0) && lists.includes(0)).toBe(true);
    expect(
      numbers('')
        .flatMap(([, list]) => list)
        .some((one) => one <= 0),
    ).toBe(false);
  });

  test('go by the examples where these break what seems to be stated', () => {
    const masks = numbers('`mask` is an integer from 100 to 200.').map(([mask]) => mask);
    expect(masks.some((mask) => mask < 100)).toBe(true);
  });

  test('have characters of two code units where the statement speaks of code points', () => {
    const texts = (statement: string): string =>
      drawn(
        inputsOf({
          signature: 'export declare function f(text: string): number;',
          statement,
          suites: ["test('a', () => { f('abc d'); f('hello'); f('x, yz'); });"],
        }),
      )
        .flat()
        .join('');
    expect(texts('Characters are Unicode code points.')).toMatch(/[\u{10000}-\u{10ffff}]/u);
  });
});
