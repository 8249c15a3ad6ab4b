import { describe, expect, test } from 'vitest';
import { errorsOf, home, sharedChecker } from './helpers.ts';

const checker = sharedChecker();
const double = 'export const double = (n: number): number => n * 2;\n';
const suite = `import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { double } from './solution';

describe('double', () => {
  test.each([[1, 2], [0, 0]])('%i', (n, twice) => expect(double(n)).toBe(twice));
  test('property', () => {
    fc.assert(fc.property(fc.integer(), fc.array(fc.string()), (n, _words) => double(n) === n + n));
  });
});
`;

async function errorsIn(solution: string, tests?: string): Promise<string[]> {
  const [errors = []] = await errorsOf(checker, [{ solution, ...(tests !== undefined && { suite: tests }) }]);
  return errors;
}

describe('the strict type check', () => {
  test.each([
    ['a wrong type', "export const a: number = 'x';", 2322],
    ['an implicit any', 'export const f = (n) => n;', 7006],
    ['null where it is not allowed', 'export const a: string = null;', 2322],
    ['an index that may miss', 'export const f = (xs: number[]): number => xs[0];', 2322],
    ['an unknown error', 'try {} catch (e) { e.message; }', 18046],
    ['a property without a value', 'export class A { x: number }', 2564],
    ['a name that is not there', 'export const a = frobnicate(1);', 2304],
    ['a method that is not there', 'export const a = [1].contains(1);', 2339],
    [
      'a switch that forgets to return',
      "export function f(k: 'a' | 'b'): number { switch (k) { case 'a': return 1; } }",
      2366,
    ],
    ['broken syntax', 'export const a = ;', 1109],
    ['a package that is not there', "import _ from 'lodash'; export const a = _;", 2307],
  ])('refuses %s', async (_what, solution, code) => {
    expect(await errorsIn(solution)).toContain(`solution:1 ${code}`);
  });

  test.each([
    [
      'enums, parameter properties and namespaces',
      'export enum E { A } export class C { constructor(readonly x: E) {} } export namespace N { export const a = 1; }',
    ],
    [
      'generics and iterators',
      'export function* take<T>(xs: Iterable<T>, n: number): Generator<T> { for (const x of xs) { if (n-- <= 0) return; yield x; } }',
    ],
    [
      'private members, accessors and decorator-free classes',
      'export class A { #n = 0; get n(): number { return this.#n; } static { } accessor k = 1; }',
    ],
    [
      'what is new in ECMAScript',
      'export const a = Object.groupBy([1], (n) => (n > 0 ? "a" : "b")); export const b = [1].toSorted().at(-1); export const c = new Set([1]).size;',
    ],
    [
      'async code',
      'export const a = async (): Promise<number> => (await Promise.all([1, Promise.resolve(2)])).length;',
    ],
    ['unused things', 'const unused = 1; export function f(a: number): void {}'],
    ['nothing', ''],
  ])('accepts %s', async (_what, solution) => {
    expect(await errorsIn(solution)).toEqual([]);
  });
});

describe('a suite', () => {
  test('is checked with the types of vitest, fast-check and the solution', async () => {
    expect(await errorsIn(double, suite)).toEqual([]);
    const wrong = suite
      .replace('double(n) === n + n', "double(n) === 'two'")
      .replace('expect(double(n))', 'expect(double(`n`))');
    expect(await errorsIn(double, wrong)).toEqual(['suite:6 2345', 'suite:8 2367']);
    expect(await errorsIn(double, suite.replace('fc.integer()', 'fc.integers()'))).toContain('suite:8 2551');
    expect(await errorsIn(double, suite.replace('.toBe(', '.toBeWrong('))).toEqual(['suite:6 2339']);
  });

  test('may use properties as tests, and name the solution with or without its ending', async () => {
    const props = `import { test, fc } from '@fast-check/vitest';
import { double } from './solution.js';
test.prop([fc.integer()])('even', (n) => double(n) % 2 === 0);
test.prop([fc.integer()])('wrong', (n: string) => n === '');`;
    expect(await errorsIn(double, props)).toEqual(['suite:4 2345']);
  });

  test('is told what the solution does not export', async () => {
    expect(await errorsIn('export const other = 1;', suite)).toContain('suite:3 2305');
  });

  test('is told apart from the solution', async () => {
    expect(await errorsIn(`\n\nexport const double: string = 2;`, '\nexport const b: string = 1;')).toEqual([
      'solution:3 2322',
      'suite:2 2322',
    ]);
  });
});

describe('an error', () => {
  test('names the line, however lines end', async () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['// one', '', "const s = '🙂'; /* three", 'four */ export const a: string = 4;', ''].join(end);
      expect(await errorsIn(text)).toEqual(['solution:4 2322']);
    }
    expect(await errorsIn('\uFEFF\nexport const a: string = 2;')).toEqual(['solution:2 2322']);
  });

  test('reads the same in every slot and names no place of this machine', async () => {
    const job = {
      solution:
        'export class K {} export type U = "b" | "a"; export const u: U = "c" as string; export const v: Set<K> | Map<K, U> = 1;',
      suite:
        "import * as s from './solution';\nimport * as v from 'vitest';\ns.foo(); v.foo();\nexport const k: number = new s.K();\nexport const l: s.U = 3;",
    };
    const others = Array.from({ length: 9 }, (_, n) => ({
      solution: `export class K { k${n} = 1 } export type U = "a" | "b" | "${n}";`,
    }));
    const alone = await checker.check([job]);
    const together = await checker.check([...others, job, ...others, job]);
    expect([together[9], together[19]]).toEqual([alone[0], alone[0]]);
    expect(JSON.stringify(alone)).toContain('typeof import(\\"./solution\\")');
    expect(JSON.stringify(alone)).toContain('typeof import(\\"vitest/dist/index\\")');
    expect(JSON.stringify(alone)).not.toContain(home);
    expect(JSON.stringify(alone)).not.toContain('slot');
  });
});

describe('many candidates', () => {
  test('get each their own answer, in order, from as many batches as it takes', async () => {
    const wrong = (index: number): boolean => index % 7 === 3;
    const jobs = Array.from({ length: 150 }, (_, index) => ({
      solution: `${'\n'.repeat(index)}export const a: ${wrong(index) ? 'string' : 'number'} = ${index};`,
    }));
    const errors = await errorsOf(checker, jobs);
    expect(errors).toEqual(jobs.map((_, index) => (wrong(index) ? [`solution:${index + 1} 2322`] : [])));
  });

  test('may be asked for by many callers at once', async () => {
    const callers = Array.from({ length: 20 }, async (_, index) => {
      const [errors] = await errorsOf(checker, [{ solution: `export const a: string = ${index % 2 ? index : "''"};` }]);
      return errors?.length;
    });
    expect(await Promise.all(callers)).toEqual(Array.from({ length: 20 }, (_, index) => index % 2));
  });

  test('may be none', async () => {
    expect(await checker.check([])).toEqual([]);
  });
});
