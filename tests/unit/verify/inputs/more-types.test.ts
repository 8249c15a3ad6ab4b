import { describe, expect, test } from 'vitest';
import { inputsFor } from '../../../../src/verify/inputs/index.ts';
import { drawn, inputsOf } from './draw.ts';

/** First arguments of a type, with declarations before it. */
function ofType(type: string, before = '', suite = ''): readonly unknown[] {
  const signature = `${before}\nexport declare function f(at: ${type}): void;`;
  const inputs = inputsOf({ signature, suites: [suite] });
  expect(inputs.from).toBe('types');
  return drawn(inputs).map(([first]) => first);
}

function keysIn(objects: readonly unknown[]): Set<string> {
  return new Set(objects.flatMap((one) => Object.keys(one as object)));
}

async function allOf(source: unknown): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const one of source as AsyncIterable<unknown>) all.push(one);
  return all;
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

describe('records', () => {
  test.each([
    'Record<string, number>',
    'Readonly<Record<string, number>>',
    'Partial<Record<string, number>>',
    '{ [key: string]: number }',
    '{ readonly [key: string]: number }',
    'Readonly<{ [name: string]: number }>',
    '{ [K in string]: number }',
    'Table',
  ])('with any keys: %s', (type) => {
    const records = ofType(type, 'interface Table { [key: string]: number }');
    expect(keysIn(records).size).toBeGreaterThan(20);
    expect(records.flatMap((one) => Object.values(one as object)).every(isNumber)).toBe(true);
  });

  test.each(["Record<'a' | 'b', number>", "{ readonly [K in 'a' | 'b']: number }", 'Record<Name, number>'])(
    'with all of few keys: %s',
    (type) => {
      const records = ofType(type, "enum Name { A = 'a', B = 'b' }");
      expect(records.every((one) => Object.keys(one as object).join('') === 'ab')).toBe(true);
    },
  );

  test.each([
    "Partial<Record<'a' | 'b', number>>",
    "{ [K in 'a' | 'b']?: number }",
    "Readonly<Partial<Record<'a' | 'b', 1>>>",
  ])('with some of few keys: %s', (type) => {
    const records = ofType(type).map((one) => Object.keys(one as object).join(''));
    expect(new Set(records)).toEqual(new Set(['', 'a', 'b', 'ab']));
  });

  test('with numbers as keys have whole ones', () => {
    expect([...keysIn(ofType('Record<number, string>'))].every((key) => /^\d+$/.test(key))).toBe(true);
  });

  test('keep to the keys and values that examples show', () => {
    const records = ofType('Readonly<Record<string, number>>', '', 'f({ red: 1, blue: 2 }); f({ red: 5 })');
    expect(records.flatMap((one) => Object.values(one as object)).every((value) => (value as number) >= 1)).toBe(true);
  });
});

describe('types made of others', () => {
  const item = "interface Item { id: number; name?: string; kind: 'a' | 'b' }";

  test.each([
    ['Readonly<Item>', 'id kind'],
    ['Required<Item>', 'id kind name'],
    ["Pick<Readonly<Item>, 'id'>", 'id'],
    ["Omit<Item, 'id' | 'name'>", 'kind'],
    ["Required<Pick<Item, 'name'>>", 'name'],
    ['Partial<Item>', ''],
  ])('%s', (type, needed) => {
    const wanted = needed.split(' ').filter((name) => name !== '');
    expect(ofType(type, item).every((one) => wanted.every((name) => name in (one as object)))).toBe(true);
  });

  test.each([
    ['Readonly<number[]>', (value: unknown) => Array.isArray(value)],
    ['Readonly<Map<string, number>>', (value: unknown) => value instanceof Map],
    ['Readonly<[number, string]>', (value: unknown) => Array.isArray(value) && value.length === 2],
    ['ReadonlySet<string>', (value: unknown) => value instanceof Set],
    ["Item['kind']", (value: unknown) => value === 'a' || value === 'b'],
    ["Exclude<Item['kind'], 'a'>", (value: unknown) => value === 'b'],
    ['keyof Item', (value: unknown) => ['id', 'name', 'kind'].includes(value as string)],
    ['object', (value: unknown) => typeof value === 'object' && value !== null],
  ])('%s', (type, isOne) => {
    expect(ofType(type, item).every(isOne)).toBe(true);
  });

  test.each([
    ["string & { readonly __brand: 'Id' }", 'string'],
    ['Brand<string, "Id">', 'string'],
    ['number & { readonly [tag]: true }', 'number'],
    ['bigint & Tag', 'bigint'],
  ])('branded: %s', (type, kind) => {
    const before = `declare const tag: unique symbol; type Tag = { __tag: 1 }; type Brand<T, B> = T & { readonly __brand: B };`;
    expect(new Set(ofType(type, before).map((value) => typeof value))).toEqual(new Set([kind]));
  });

  test('intersections of objects have the fields of all', () => {
    expect(
      ofType('Item & { more: boolean }', item).every((one) => 'id' in (one as object) && 'more' in (one as object)),
    ).toBe(true);
  });

  test('constants: their keys, their elements, their values', () => {
    const before =
      "const sizes = { small: 1, 'very big': 9 } as const; const names = ['x', 'y'] as const; declare const table: { one: 1 };";
    expect(new Set(ofType('keyof typeof sizes', before))).toEqual(new Set(['small', 'very big']));
    expect(new Set(ofType('keyof typeof table', before))).toEqual(new Set(['one']));
    expect(new Set(ofType('(typeof names)[number]', before))).toEqual(new Set(['x', 'y']));
    expect(new Set(ofType('(typeof sizes)[keyof typeof sizes]', before))).toEqual(new Set([1, 9]));
  });

  test('fields of mapped types keep their own types', () => {
    const before = `${item} type Copy<T> = { [K in keyof T]: T[K] }; type All<T> = { [K in keyof T]-?: T[K] };`;
    const copies = ofType('{ [K in keyof Item]-?: Item[K] }', before) as readonly Record<string, unknown>[];
    expect(
      copies.every(({ id, name, kind }) => isNumber(id) && typeof name === 'string' && 'ab'.includes(String(kind))),
    ).toBe(true);
    for (const type of ['Copy<Item>', 'All<Item>']) {
      const others = ofType(type, before) as readonly Record<string, unknown>[];
      expect(others.every(({ id, kind }) => isNumber(id) && 'ab'.includes(String(kind)))).toBe(true);
    }
  });

  test('enums count on from the last number, and members stand for themselves', () => {
    expect(new Set(ofType('Level', 'enum Level { Low, High = 5, Top }'))).toEqual(new Set([0, 5, 6]));
    const kinds = ofType('{ kind: Level.High } | { kind: Level.Top; by: 1 }', 'enum Level { Low, High = 5, Top }');
    expect(new Set(kinds.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"kind":5}', '{"kind":6,"by":1}']));
  });
});

describe('values without literals', () => {
  test.each([
    ['Uint8Array', Uint8Array],
    ['Int16Array', Int16Array],
    ['Float64Array', Float64Array],
  ])('%s', (type, made) => {
    const arrays = ofType(type) as readonly Uint8Array[];
    expect(arrays.every((one) => one instanceof made)).toBe(true);
    expect(new Set(arrays.map(String)).size).toBeGreaterThan(100);
    expect(arrays.some((one) => one.length > 10) && arrays.some((one) => one.length === 0)).toBe(true);
    const like = ofType(type, '', `f(new ${type}([1, 2, 3]))`);
    expect(like.every((one) => one instanceof made)).toBe(true);
  });

  test('in unions: what no example shows is rare', () => {
    const shareOf = (type: string, suite: string): number =>
      ofType(type, '', suite).filter((value) => typeof value === 'object').length / 300;
    expect(shareOf('Date | string', "f('a'); f('b')")).toBeLessThan(0.1);
    expect(shareOf('Uint8Array | string', 'f(new Uint8Array([1, 2])); f(new Uint8Array([]))')).toBeGreaterThan(0.9);
    expect(shareOf('RegExp | number | bigint', 'f(/a/); f(/b/g)')).toBeGreaterThan(0.82);
  });

  test('big integers, in lists too', () => {
    const lists = ofType('bigint[]') as readonly (readonly bigint[])[];
    expect(lists.flat().every((one) => typeof one === 'bigint')).toBe(true);
    expect(new Set(lists.flat()).size).toBeGreaterThan(20);
    const like = ofType('bigint', '', 'f(3n); f(40n)') as readonly bigint[];
    expect(like.every((one) => one >= 1n) && new Set(like).size > 15).toBe(true);
  });

  test('dates: leap days, ends of years, centuries; like the examples where there are any', () => {
    const days = (ofType('Date') as readonly Date[]).map((date) => date.toISOString().slice(0, 10));
    expect(days).toEqual(
      expect.arrayContaining(['2024-02-29', '2023-12-31', '1900-02-28', '2000-02-29', '2100-03-01']),
    );
    expect(new Set(days).size).toBeGreaterThan(50);
    const like = ofType('Date', '', "f(new Date('2024-05-05')); f(new Date('2024-07-01'))") as readonly Date[];
    expect(new Set(like.map(Number)).size).toBeGreaterThan(50);
  });

  test('regular expressions', () => {
    expect(ofType('RegExp').every((one) => one instanceof RegExp)).toBe(true);
    expect(new Set(ofType('RegExp', '', 'f(/x+/g)').map(String))).toEqual(new Set(['/x+/g']));
  });

  test('templates', () => {
    expect(ofType('`${number}px`').every((one) => /^\d+px$/.test(one as string))).toBe(true);
    const texts = ofType("`--${'a' | 'b'}-${string}`") as readonly string[];
    expect(texts.every((one) => /^--[ab]-\w+$/.test(one)) && new Set(texts).size > 50).toBe(true);
  });

  test('tuples with a rest at the end, in the middle, at the beginning', () => {
    expect(
      (ofType('[string, ...number[]]') as unknown[][]).every(
        ([one, ...more]) => typeof one === 'string' && more.every(isNumber),
      ),
    ).toBe(true);
    expect(
      (ofType('[head: boolean, ...rest: ReadonlyArray<1>]') as unknown[][]).every(([, ...more]) =>
        more.every((one) => one === 1),
      ),
    ).toBe(true);
    const lists = ofType('[...string[], number]') as unknown[][];
    expect(
      lists.every((list) => isNumber(list.at(-1)) && list.slice(0, -1).every((one) => typeof one === 'string')),
    ).toBe(true);
    expect(new Set(lists.map(({ length }) => length)).size).toBeGreaterThan(4);
  });

  test('iterables, those that are waited for too', async () => {
    expect(ofType('Iterable<number>').every((one) => [...(one as Iterable<unknown>)].every(isNumber))).toBe(true);
    for (const source of ofType('AsyncIterable<number>').slice(0, 20)) {
      const [first, second] = [await allOf(source), await allOf(source)];
      expect(first.every(isNumber)).toBe(true);
      expect(second).toEqual(first);
    }
  });

  test.each([
    'AsyncGenerator<number>',
    'WeakMap<object, number>',
    'Promise<number>',
    'Node.Missing',
    'keyof typeof missing',
  ])('nothing is made of %s', (type) => {
    const signature = `declare function f(at: ${type}): void`;
    expect(inputsFor({ entryPoint: 'f', language: 'ts', signature, solutions: [], suites: [] })).toBeUndefined();
  });
});
