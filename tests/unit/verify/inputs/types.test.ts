import { describe, expect, test } from 'vitest';
import { inputsFor } from '../../../../src/verify/inputs/index.ts';
import { drawn, inputsOf } from './draw.ts';

function typed(signature: string): readonly (readonly unknown[])[] {
  const inputs = inputsOf({ signature });
  expect(inputs.from).toBe('types');
  return drawn(inputs);
}

describe('inputs of a signature', () => {
  test('primitives, with edges', () => {
    const lists = typed('export function f(x: number, s: string, b: boolean, i: bigint, u: null | undefined): void');
    expect(
      lists.every(
        ([n, s, b, i, u]) =>
          `${typeof n} ${typeof s} ${typeof b} ${typeof i}` === 'number string boolean bigint' && (u ?? null) === null,
      ),
    ).toBe(true);
    const numbers = lists.map(([n]) => n as number);
    expect(numbers.some((n) => n > 2 ** 31) && numbers.some((n) => n < 0) && numbers.includes(0)).toBe(true);
    expect(numbers.every(Number.isFinite) && numbers.some((n) => !Number.isInteger(n))).toBe(true);
    expect(lists.some(([, s]) => /\p{Emoji_Presentation}/u.test(s as string)) && lists.some(([, s]) => s === '')).toBe(
      true,
    );
  });

  test('optional, default and rest parameters', () => {
    const lists = typed('function f(a: number, b?: string, ...more: readonly 1[]): void');
    expect(new Set(lists.map(({ length }) => length)).size).toBeGreaterThan(3);
    expect(lists.every(([, , ...more]) => more.every((one) => one === 1))).toBe(true);
  });

  test('declared types: optional fields, unions that are told apart, enums, inheritance, utilities', () => {
    const lists = typed(`
      enum Size { Small = 's', Large = 'l' }
      interface Base { readonly id: number }
      interface Item extends Base { name?: 'a' | 'b'; size: Size }
      type Event = { kind: 'add'; item: Item } | { kind: 'drop'; ids: ReadonlyArray<number> };
      export const f: (events: readonly Event[], part: Partial<Pick<Item, 'size'>>, rest: Omit<Item, 'id'>) => void;`);
    const events = lists.flatMap(
      ([first]) => first as { kind: string; item?: { id: number; name?: string; size: string } }[],
    );
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['add', 'drop']));
    const items = events.flatMap(({ item }) => item ?? []);
    expect(items.some((item) => 'name' in item) && items.some((item) => !('name' in item))).toBe(true);
    expect(items.every(({ id, size }) => typeof id === 'number' && 'sl'.includes(size))).toBe(true);
    expect(new Set(lists.flatMap(([, part]) => Object.keys(part as object)))).toEqual(new Set(['size']));
    expect(lists.every(([, , rest]) => !('id' in (rest as object)))).toBe(true);
  });

  test('recursive types end', () => {
    const lists = typed(
      'type Tree<T> = { value: T; kids: Tree<T>[]; next?: Tree<T> }; export function f(tree: Tree<string>): number',
    );
    const depth = (tree: { kids: never[] }): number => 1 + Math.max(0, ...tree.kids.map(depth));
    const depths = lists.map(([tree]) => depth(tree as { kids: never[] }));
    expect(Math.max(...depths)).toBeGreaterThan(2);
    expect(Math.max(...depths)).toBeLessThan(10);
  });

  test('collections, tuples, dates, generics, functions', () => {
    const lists = typed(`export function f<T, K extends string>(
      map: ReadonlyMap<string, number>, set: Set<T>, record: Record<K, boolean>, pair: [number, string?], at: Date,
      keep: (item: T) => boolean, none: unknown): T[]`);
    for (const [map, set, record, pair, at, keep] of lists) {
      expect(map).toBeInstanceOf(Map);
      expect([...(set as Set<unknown>)].every(Number.isInteger)).toBe(true);
      expect(Object.values(record as object).every((value) => typeof value === 'boolean')).toBe(true);
      expect([1, 2]).toContain((pair as unknown[]).length);
      expect((at as Date).getTime()).not.toBeNaN();
      expect(typeof (keep as (item: unknown) => unknown)(1)).toBe('boolean');
    }
  });

  test('what holds between arguments holds where optional ones are left out', () => {
    const signature = 'export function f(list: string[], at: number, more?: boolean): void';
    const lists = drawn(inputsOf({ signature, suites: ["f(['a', 'b', 'c'], 2)"] })) as [string[], number][];
    expect(lists.every(([list, at]) => at <= list.length)).toBe(true);
  });

  test('calls that are to throw do not narrow what types allow', () => {
    const signature = 'export function f(day: number): void';
    const inputs = inputsOf({ signature, suites: ['expect(() => f(-1)).toThrow()'] });
    const numbers = drawn(inputs).map(([day]) => day as number);
    expect(inputs.examples).toEqual(['[-1]']);
    expect(numbers.some((day) => !Number.isInteger(day)) && numbers.some((day) => day > 90)).toBe(true);
    expect(inputsOf({ suites: ['expect(() => f(-1)).toThrow()'] }).from).toBe('examples');
  });

  test('the source has what the types need, and stays small', () => {
    const every = `type T = { kids: T[] } | null;
      function f(n: number, s: string, a: string[], t: [number], o: { a?: number }, r: Record<string, 1>,
        m: Map<string, 1>, e: Set<1>, u: string | number, d: Date, x: T): void`;
    expect(inputsOf({ signature: every }).arbitrary.length).toBeLessThan(32 * 1024);
    expect(inputsOf({ signature: 'function f(a: number, b: boolean): void' }).arbitrary.length).toBeLessThan(12 * 1024);
  });

  test('examples narrow what types allow', () => {
    const signature = 'export function f(day: string, count: number): void';
    const inputs = inputsOf({ signature, suites: ["f('2024-02-01', 3); f('2023-01-31', 12)"] });
    const lists = drawn(inputs) as [string, number][];
    expect(lists.every(([day, count]) => /^\d{4}-\d\d-\d\d$/.test(day) && count >= 1 && Number.isInteger(count))).toBe(
      true,
    );
  });

  test.each([
    'export function f(x: Missing): void',
    'export function f(x: T extends 1 ? 2 : 3)',
    'function f(',
    'function g(a: number): void',
  ])('where a signature cannot be read, other sources are: %s', (signature) => {
    expect(inputsFor({ entryPoint: 'f', language: 'ts', signature, solutions: [], suites: [] })).toBeUndefined();
    expect(inputsOf({ signature, suites: ['f(1)'] }).from).toBe('examples');
  });
});

describe('inputs of JSDoc', () => {
  test('types, optional ones too', () => {
    const solution =
      '/**\n * @param {number[]} xs\n * @param {string=} [sep] between\n */\nexport const f = (xs, sep) => xs.join(sep);';
    const inputs = inputsOf({ language: 'js', solutions: [solution] });
    expect(inputs.from).toBe('jsdoc');
    expect(drawn(inputs).every(([xs]) => (xs as unknown[]).every((x) => typeof x === 'number'))).toBe(true);
  });
});
