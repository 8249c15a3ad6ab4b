import { describe, expect, test } from 'vitest';
import { errorsOf, sharedChecker } from './helpers.ts';

const checker = sharedChecker();
const innocent = { solution: 'export const a = 1;' };

/** What a candidate's neighbours could see of it, were it not checked alone. */
const globals =
  'global { interface Array<T> { foo: number } var leaked: string }\nexport const a = [1].foo + leaked.length;';
const victim = { solution: 'export const a = [1].foo + leaked.length;' };
const victimErrors = ['solution:1 2339', 'solution:1 2304'];

describe('a candidate that declares globals', () => {
  test.each([
    ['openly', `declare ${globals}`],
    ['behind a comment', `declare /* */ ${globals}`],
    ['with an escape', `declare ${globals.replace('global', String.raw`glob\u0061l`)}`],
  ])('%s has them for itself', async (_how, solution) => {
    const errors = await errorsOf(checker, [victim, { solution }, victim, innocent]);
    expect(errors).toEqual([victimErrors, [], victimErrors, []]);
    expect(await errorsOf(checker, [victim])).toEqual([victimErrors]);
  });

  test('does so in its suite too', async () => {
    const errors = await errorsOf(checker, [{ solution: '', suite: `declare ${globals}` }, victim]);
    expect(errors).toEqual([[], victimErrors]);
  });

  test('contradicts no other that declares the same', async () => {
    const other = { solution: 'declare global { var leaked: number }\nexport const a = leaked.toFixed();' };
    expect(await errorsOf(checker, [{ solution: `declare ${globals}` }, other])).toEqual([[], []]);
  });

  test('by importing them leaves its neighbours without', async () => {
    const user = { solution: '', suite: "import 'vitest/globals';\ntest('a', () => {});" };
    const without = { solution: '', suite: "test('a', () => {});" };
    expect(await errorsOf(checker, [without, user, without])).toEqual([['suite:1 2593'], [], ['suite:1 2593']]);
    const node = { solution: "import type {} from 'vitest/node'; export const a = 1;" };
    expect(await errorsOf(checker, [node, { solution: 'export const a = process;' }])).toEqual([
      [],
      ['solution:1 2591'],
    ]);
  });

  test('by augmenting a package leaves its neighbours the package as it is', async () => {
    const augments = {
      solution: "import 'fast-check'; declare module 'fast-check' { interface Extra { a: 1 } } export {};",
    };
    const uses = { solution: "import { Extra } from 'fast-check'; export const a: Extra = { a: 1 };" };
    expect(await errorsOf(checker, [augments, uses])).toEqual([[], ['solution:1 2614']]);
  });

  test('by being a script is not one: every candidate is a module', async () => {
    const script = { solution: 'interface Array<T> { foo: number }\nvar leaked: string = "";' };
    expect(await errorsOf(checker, [script, victim])).toEqual([[], victimErrors]);
  });
});

describe('a directive', () => {
  test.each([
    '// @ts-nocheck',
    '//@ts-nocheck',
    '// @TS-NOCHECK',
    '/* @ts-nocheck */',
    '#!/usr/bin/env node\n// @ts-nocheck',
  ])('%j does not silence a file', async (directive) => {
    const [errors] = await errorsOf(checker, [{ solution: `${directive}\nexport const a: string = 1;` }]);
    expect(errors).toEqual([`solution:${directive.split('\n').length + 1} 2322`]);
  });

  test.each(['// @ts-ignore', '/* @ts-ignore */', '/// @ts-expect-error: fine', '{/* @ts-expect-error */}'])(
    '%j does not silence a line',
    async (directive) => {
      const [errors] = await errorsOf(checker, [{ solution: `${directive}\nexport const a: string = 1;` }]);
      expect(errors).toEqual(['solution:2 2322']);
    },
  );

  test.each([
    '/// <reference lib="dom" />',
    '/* first */ /// <reference lib="dom" />',
    '///<Reference Lib="dom"/>',
    '\v/// <reference lib="dom" />',
    '/// <reference types="node" />',
    '/// <reference path="../slot-1/solution.ts" />',
  ])('%j brings nothing, neither to its own file nor to others', async (reference) => {
    const solution = 'export const a: unknown[] = [document, process, secret];';
    const missing = (line: number): string[] => [2584, 2591, 2304].map((code) => `solution:${line} ${code}`);
    const job = { solution: `${reference}\n${solution}` };
    const errors = await errorsOf(checker, [job, { solution }, { solution: 'export const secret = 1;' }]);
    expect(errors).toEqual([missing(2), missing(1), []]);
  });
});

describe('a candidate that imports from a neighbour', () => {
  test.each([
    "import { secret } from '../slot-1/solution';",
    "import { secret } from /* */ '../slot-1/solution.js';",
    String.raw`import { secret } from '\x2e./slot-1/solution';`,
    "export const { secret } = await import('../slot-1/solution');",
    "export * from '../slot-1/solution';\nimport { secret } from './solution';",
  ])('%j finds nothing there', async (line) => {
    const importer = { solution: `${line}\nexport const a: number = secret;` };
    const neighbour = { solution: 'export const secret = 1;' };
    // Nor what stood there before.
    await checker.check([innocent, neighbour]);
    const errors = await errorsOf(checker, [importer, neighbour]);
    expect(errors[0]?.[0]).toMatch(/^solution:[12] (2303|2304|2305|2339)$/u);
    expect(errors[1]).toEqual([]);
  });
});
