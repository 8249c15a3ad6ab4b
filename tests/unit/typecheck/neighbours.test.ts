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

  test.each([
    ['fast-check', "import { Extra } from 'fast-check'; export const a: Extra = { a: 1 };", 2305],
    ['vitest', "import { expect, type Extra } from 'vitest'; expect(1).toLeak();", 2305],
    ['vitest/dist/index.js', "import { expect, type Extra } from 'vitest'; expect(1).toLeak();", 2305],
  ])('by augmenting %s leaves its neighbours the package as it is', async (name, solution, code) => {
    const text = `import '${name}'; declare module '${name}' { interface Extra { a: 1 } interface Assertion { toLeak(): void } } export {};`;
    const other = { solution, suite: '' };
    const [[before], [, during], [after]] = [
      await errorsOf(checker, [other]),
      await errorsOf(checker, [{ solution: text }, other]),
      await errorsOf(checker, [other]),
    ];
    expect(before?.[0]).toMatch(new RegExp(`^solution:1 (?:${code}|2614)$`, 'u'));
    expect([during, after]).toEqual([before, before]);
  });

  test.each([
    ['declarations', { 'types.d.ts': 'interface Array<T> { foo: number }\ndeclare var leaked: string;' }],
    ['a namespace for all', { 'types.d.ts': 'export const leaked: string; export as namespace leaked;' }],
    ['global declarations', { 'types.ts': `declare global { interface Array<T> { foo: 1 } var leaked: string }` }],
    ['JavaScript', { 'types.js': "globalThis.leaked = ''; leaked = ''; Array.prototype.foo = 1; this.leaked = '';" }],
  ])('in a further file of %s has them for itself', async (_what, files) => {
    const [name = ''] = Object.keys(files);
    const job = { solution: `import './${name.replace('.d.ts', '')}';`, files };
    const errors = await errorsOf(checker, [victim, job, victim]);
    expect([errors[0], errors[2]]).toEqual([victimErrors, victimErrors]);
    expect(await errorsOf(checker, [victim])).toEqual([victimErrors]);
  });

  test.each([
    'global { interface Array<T> { foo: number } var leaked: string }',
    'namespace globalThis { export var leaked: string }',
    'declare namespace globalThis { var leaked: string }\ndeclare var globalThis: { leaked: string };',
    "globalThis.leaked = ''; (globalThis as any).leaked = 1; Object.assign(globalThis, { leaked: '' });",
    'Array.prototype.foo = 1; console.leaked = 1; this.leaked = 1;',
    'export const x = 1; export as namespace leaked;',
    "module 'fast-check' { export const leaked: 1 }",
    'enum Leaked { a }\nnamespace leaked { export const length = 1; }\ndeclare class leaked2 {}',
    '/** @typedef {string} leaked */\n/** @import * as leaked from "vitest" */',
    '/** @jsxImportSource vitest */',
  ])('%j reaches nobody, be it right or wrong', async (solution) => {
    const errors = await errorsOf(checker, [victim, { solution }, victim, { solution: '', suite: solution }, victim]);
    expect([errors[0], errors[2], errors[4]]).toEqual([victimErrors, victimErrors, victimErrors]);
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

  test.each([
    '// @ts-ignored',
    '// @ts-ignore',
    '/* @ts-ignore */',
    '/// @ts-expect-error: fine',
    '{/* @ts-expect-error */}',
  ])('%j does not silence a line', async (directive) => {
    const [errors] = await errorsOf(checker, [{ solution: `${directive}\nexport const a: string = 1;` }]);
    expect(errors).toEqual(['solution:2 2322']);
  });

  test.each([
    '/// <reference lib="dom" />',
    '/* first */ /// <reference lib="dom" />',
    '///<Reference Lib="dom"/>',
    '\v/// <reference lib="dom" />',
    '///\u0085<reference lib="dom" />',
    '///\u200B<reference lib="dom" />',
    '/// <reference no-default-lib="true" />',
    '/// <amd-module name="vitest" />',
    '/// <reference types="node" />',
    '/// <reference path="../slot-1/solution.ts" />',
  ])('%j brings nothing, neither to its own file nor to others', async (reference) => {
    const solution = 'export const a: unknown[] = [document, Bun2, secret];';
    const missing = (line: number): string[] => [2584, 2304, 2304].map((code) => `solution:${line} ${code}`);
    const job = { solution: `${reference}\n${solution}` };
    const errors = await errorsOf(checker, [job, { solution }, { solution: 'export const secret = 1;' }]);
    expect(errors).toEqual([missing(2), missing(1), []]);
  });
});

describe('a candidate that imports from a neighbour', () => {
  test.each([
    "import { secret } from '../slot-1/solution';",
    "import { secret } from /* */ '../solution.js';",
    "import { secret } from // \u2028 '../slot-1/solution';",
    String.raw`import { secret } from '\x2e./slot-1/solution';`,
    "import { secret } from '../slot-\\\n1/solution';",
    "import { secret } from '../*/solution';",
    "import { secret } from '..';",
    "export const { secret } = await import('../slot-1/solution');",
    "import type { secret } from '../slot-1/solution';",
    "import secret = require('../slot-1/solution');",
    "export * from '../slot-1/solution';\nimport { secret } from './solution';",
    "let secret: typeof import('../slot-1/solution').secret;",
    "import { secret } from '/winnow/slot-1/solution';",
    "import { secret } from '../../etc/passwd';",
  ])('%j finds nothing there', async (line) => {
    const importer = { solution: `${line}\nexport const a: number = secret;` };
    const neighbour = { solution: 'export const secret = 1;' };
    // Nor what stood there before.
    await checker.check([innocent, neighbour]);
    const errors = await errorsOf(checker, [importer, neighbour]);
    expect(errors[0]?.[0]).toMatch(/^solution:[12] (?:1202|2303|2304|2305|2307|2339)$/u);
    expect(errors[1]).toEqual([]);
  });

  test('cannot learn what its neighbours are called', async () => {
    const files = ['../tsconfig.ts.json', '../../tsconfig.ts.json', './tsconfig.json', '../package.json'];
    const jobs = files.map((file) => ({ solution: `import it from '${file}';\nexport const a: string = it;` }));
    expect(await errorsOf(checker, jobs)).toEqual(files.map(() => ['solution:1 2307']));
  });
});
