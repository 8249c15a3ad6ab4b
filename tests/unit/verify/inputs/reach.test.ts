import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitrarySource } from '../../../../src/verify/inputs/kit/source.ts';
import { rangeIn } from '../../../../src/verify/inputs/types/ranges.ts';
import { drawn, inputsOf } from './draw.ts';

function listsOf(params: string, { before = '', suite = '', runs = 600 } = {}): readonly (readonly unknown[])[] {
  const inputs = inputsOf({ signature: `${before}\nexport declare function f(${params}): void;`, suites: [suite] });
  return drawn(inputs, runs);
}

function numbersOf(param: string, before = '', suite = ''): readonly number[] {
  return listsOf(param, { before, suite }).map(([first]) => first as number);
}

const areInOrder = ([low, high]: readonly unknown[]): boolean => Number(low) <= Number(high);
const isSmall = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= 100;

describe('numbers by their names', () => {
  test.each('count size maxLength index limit n k days minutes width minItems pageSize max_retries numRows'.split(' '))(
    '%s is small, whole, and not negative',
    (name) => {
      const numbers = numbersOf(`${name}: number`);
      expect(numbers.every(isSmall)).toBe(true);
      expect(numbers).toEqual(expect.arrayContaining([0, 1, 2]));
      expect(numbers.filter((n) => n <= 10).length).toBeGreaterThan(400);
    },
  );

  test('as fields, in lists, and of JSDoc too', () => {
    const options = listsOf('options: { limit: number; sizes: number[] }').map(([first]) => first) as {
      limit: number;
      sizes: number[];
    }[];
    expect(options.flatMap(({ limit, sizes }) => [limit, ...sizes]).every(isSmall)).toBe(true);
    const solutions = ['/** @param {number} count */\nexport const f = (count) => count;'];
    expect(drawn(inputsOf({ language: 'js', solutions })).every(([count]) => isSmall(count as number))).toBe(true);
  });

  test.each([
    ['year', 1900, 2100],
    ['month', 1, 12],
    ['hour', 0, 23],
    ['percent', 0, 100],
    ['ratio', 0, 1],
  ])('%s has the bounds that everybody knows', (name, min, max) => {
    const numbers = numbersOf(`${name}: number`);
    expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([min, max]);
  });

  test('centuries are among years', () => {
    expect(numbersOf('year: number')).toEqual(expect.arrayContaining([1900, 2000, 2100]));
  });

  test('other names say nothing, and get the borders of bits now and then', () => {
    const numbers = listsOf('value: number', { runs: 3000 }).map(([first]) => first as number);
    expect(numbers.some((n) => n < 0) && numbers.some((n) => !Number.isInteger(n))).toBe(true);
    expect(numbers).toEqual(expect.arrayContaining([2 ** 31, 2 ** 31 - 1, 2 ** 32, 2 ** 53 - 1]));
    expect(numbers.filter((n) => n > 1e6).length).toBeLessThan(300);
  });

  test('examples say more than names', () => {
    expect(numbersOf('count: number', '', 'f(-5); f(900)').some((n) => n < 0)).toBe(true);
  });
});

describe('stated ranges', () => {
  test.each([
    ['@minimum 3 @maximum 9', { min: 3, max: 9 }],
    ['a month from 1 to 12', { min: 1, max: 12 }],
    ['the share, 0..1', { min: 0, max: 1 }],
    ['between 3 and 9', { min: 3, max: 9 }],
    ['1 <= n <= 10^5', { min: 1, max: 100_000 }],
    ['-1,000 ≤ x ≤ 1_000', { min: -1000, max: 1000 }],
    ['in [2, 36]', { min: 2, max: 36 }],
    ['at least 2', { min: 2 }],
    ['no more than 7 of them', { max: 7 }],
    ['a non-negative number', { min: 0 }],
    ['a positive integer', { min: 1 }],
    ['from 9 to 1', undefined],
    ['from 1 to 3, or from 7 to 9', undefined],
    ['how many there are', undefined],
    ['pairs like [1, 2]', undefined],
    ['rounded up to 2 digits', undefined],
    ['where it is >= 10, nothing happens', undefined],
    ['a number, must be >= 10', { min: 10 }],
  ])('%s', (note, range) => {
    expect(rangeIn(note)).toEqual(range);
  });

  test('any text is read, and bounds are in order', () => {
    const words = fc.constantFrom(
      'from',
      'to',
      'between',
      '<=',
      'n',
      '..',
      '3',
      '-7',
      '1e9',
      '@minimum',
      '@maximum',
      '[',
      ',',
      ']',
      '^',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const { min = -Infinity, max = Infinity } = rangeIn(list.join(' ')) ?? {};
        expect(min).toBeLessThanOrEqual(max);
      }),
      { seed: 4 },
    );
  });

  test.each([
    ['/** @param base from 2 to 36 */', 'base: number', 2, 36],
    ['/**\n * @param {number} x - the share, 0..1\n * @param y from 5 to 6\n */', 'x: number', 0, 1],
    ['/**\n * @param x a number\n *   @minimum 4\n *   @maximum 8\n */', 'x: number', 4, 8],
    ['/** @param count at least 2 */', 'count: number', 2, 100],
  ])('bound what is drawn, and are reached: %s', (before, param, min, max) => {
    const numbers = numbersOf(param, before);
    expect(Math.min(...numbers)).toBe(min);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(max);
  });

  test('of fields, and beside examples', () => {
    const before = 'interface Roll {\n  /** Between 3 and 9. */\n  sides: number;\n  other: number }';
    const sides = listsOf('roll: Roll', { before }).map(([roll]) => (roll as { sides: number }).sides);
    expect([Math.min(...sides), Math.max(...sides)]).toEqual([3, 9]);
    const numbers = numbersOf('base: number', '/** @param base from 2 to 36 */', 'f(2); f(10); f(16)');
    expect(numbers.every((n) => n >= 2 && n <= 36)).toBe(true);
  });
});

describe('numbers of a shape', () => {
  test('are within its bounds, with as many decimals, and not all at its ends', () => {
    const bound = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(
        fc.tuple(bound, bound, bound),
        fc.nat(2),
        fc.array(bound, { maxLength: 2 }),
        (bounds, decimals, near) => {
          const [min = 0, max = 0, far = 0] = bounds.toSorted((a, b) => a - b);
          const known = near.filter((one) => one >= min && one <= far);
          const number = { kind: 'number', min, max, far, decimals, known } as const;
          const list = { kind: 'tuple', items: [number], needed: 1, relations: [] } as const;
          const arbitrary = arbitrarySource({ list, named: {}, examples: [`[${min}]`, `[${far}]`], others: [] });
          const numbers = drawn({ arbitrary }, 60).flat() as readonly number[];
          expect(numbers.every((one) => one >= min && one <= far && Number(one.toFixed(decimals)) === one)).toBe(true);
          if (max - min > 20) expect(new Set(numbers).size).toBeGreaterThan(8);
        },
      ),
      { seed: 9 },
    );
  });

  test('of a range that ends at zero, or is one of fractions, are spread over it', () => {
    const shares = numbersOf('x: number', '/** @param x 0..1 */');
    expect(shares.filter((one) => one > 0 && one < 1).length).toBeGreaterThan(300);
    expect(numbersOf('x: number', '/** @param x from -5 to 0 */').every((one) => one >= -5 && one <= 0)).toBe(true);
  });
});

describe('pairs by their names', () => {
  test.each([
    ['start: number, end: number'],
    ['from: number, to: number'],
    ['low: number, high: number'],
    ['minPrice: number, maxPrice: number'],
    ['rangeStart: number, rangeEnd: number'],
    ['begin: Date, end: Date'],
  ])('%s: mostly in order', (params) => {
    const share = listsOf(params).filter(areInOrder).length / 600;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  });

  test('as fields', () => {
    const spans = listsOf('span: { end: number; start: number }').map(
      ([span]) => span as { start: number; end: number },
    );
    expect(spans.filter(({ start, end }) => start <= end).length).toBeGreaterThan(540);
  });

  test('not where an example contradicts, nor where names do not pair', () => {
    const lists = listsOf('from: number, to: number', { suite: 'f(9, 2); f(1, 5); f(80, 4)' });
    expect(lists.filter(areInOrder).length).toBeLessThan(500);
    const others = listsOf('startA: number, endB: number');
    expect(others.filter(areInOrder).length).toBeLessThan(450);
  });
});

describe('what wrong solutions differ on', () => {
  test('lists of eleven to fifteen', () => {
    const lengths = new Set(listsOf('list: string[]').map(([list]) => (list as string[]).length));
    expect([11, 12, 13, 14, 15].every((length) => lengths.has(length))).toBe(true);
  });

  test('characters beyond 16 bits, and marks that combine', () => {
    const texts = listsOf('text: string').map(([text]) => text as string);
    for (const one of ['😀', '\u0301']) {
      const share = texts.filter((text) => text.includes(one)).length / texts.length;
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.4);
    }
  });

  test('days as text: leap days, ends of years, centuries', () => {
    const like = listsOf('at: string', { suite: "f('2023-05-05'); f('2023-06-30')" }).map(([day]) => day as string);
    const bare = listsOf('startDate: string').map(([day]) => day as string);
    for (const days of [like, bare]) {
      expect(days).toEqual(expect.arrayContaining(['2024-02-29', '2023-12-31', '1900-02-28', '2100-03-01']));
      expect(days.every((day) => new Date(`${day}T00:00Z`).toISOString().startsWith(day))).toBe(true);
    }
  });
});

describe('ids', () => {
  const idsOf = (suite = ''): readonly (readonly number[])[] =>
    listsOf('items: { id: number; name: string }[]', { suite }).map(([items]) =>
      (items as { id: number }[]).map(({ id }) => id),
    );
  const repeats = (ids: readonly number[]): boolean => new Set(ids).size < ids.length;

  test('are told apart, whether elements are drawn or varied', () => {
    expect(idsOf().some(repeats)).toBe(false);
    const suite = "test('a', () => expect(f([{ id: 1, name: 'a' }, { id: 2, name: 'b' }])).toBe(1));";
    expect(idsOf(suite).some(repeats)).toBe(false);
    expect(idsOf(suite).some(({ length }) => length > 2)).toBe(true);
  });

  test('occur again where an example shows that', () => {
    const suite = "test('a', () => expect(f([{ id: 1, name: 'a' }, { id: 1, name: 'b' }])).toBe(1));";
    expect(idsOf(suite).some(repeats)).toBe(true);
  });
});
