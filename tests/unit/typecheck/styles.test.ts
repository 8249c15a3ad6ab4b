import { describe, expect, test } from 'vitest';
import type { TypeCheckJob } from '../../../src/core/ports.ts';
import { errorsOf, sharedChecker } from './helpers.ts';

const checker = sharedChecker();
const solution = `/** Adds. */
function add(a: number, b: number): number {
  return a + b;
}
interface Point { x: number }
const origin: Point = { x: 0 }`;
const exporting = `export ${solution.replace('/** Adds. */\n', '')}`;

async function errorsIn(suite: string, rest: Partial<TypeCheckJob> = {}): Promise<string[]> {
  const [errors = []] = await errorsOf(checker, [{ solution, ...rest, suite }]);
  return errors;
}

describe.each([
  ['console.assert', "console.assert(add(1, 2) === 3, 'sum');", 'console.assert(add(1, `2`) === 3);'],
  [
    'node:assert',
    "import assert from 'node:assert';\nassert.equal(add(1, 2), 3);",
    "import * as assert from 'assert'; assert.deepEqual(add(1), 3);",
  ],
  ['assert as a global', 'assert(add(1, 2) === 3); assert.strictEqual(add(1, 2), 3);', 'assert.equals(add(1, 2), 3);'],
  [
    'require',
    "declare var require: any;\nconst assert = require('node:assert');\nfunction test() { let candidate = add; assert.deepEqual(candidate(1, 2), 3); }\ntest();",
    "const assert = require('assert'); assert(add('1', 2));",
  ],
  ['throw', 'if (add(1, 2) !== 3) throw new Error(`no`);', 'if (add(1, 2) !== `3`) throw 1;'],
  [
    'vitest globals',
    "describe('add', () => { beforeEach(() => {}); it.each([[1, 2]])('%i', (a, b) => { expect(add(a, b)).toBe(3); vi.useFakeTimers(); }); });",
    "test('add', () => { expect(add(1, 2)).toBee(3); });",
  ],
  [
    'jest globals',
    "xit('later', () => {}); fdescribe('a', () => {}); test.failing('add', () => { const spy = jest.fn((a: string) => a.length); spy('a'); expect(spy.mock.calls[0]?.[0]).toBe('a'); jest.spyOn(console, 'log').mockImplementation(() => {}); jest.useFakeTimers().setSystemTime(0); jest.advanceTimersByTime(1); });",
    "test('a', () => { jest.fnn(); });",
  ],
  [
    '@jest/globals',
    "import { describe, expect, it, jest, test, xit } from '@jest/globals';\nimport { add } from './adder';\nxit('x', () => {}); describe('a', () => { it.only('b', async () => { const mock: jest.Mock = jest.fn(); const typed = jest.fn<number, [string]>(); const f: jest.Mocked<typeof console> = jest.mocked(console); await expect(Promise.resolve(mock(typed('a'), f))).resolves.toBe(add(1, 2)); }); });",
    "import { it } from '@jest/globals';\nimport { add } from '../src/adder'; it('a', () => { add(''); });",
  ],
  ['types as globals', 'const p: Point = origin; console.assert(p.x === 0);', 'const p: Point = { y: 1 };'],
  [
    'a helper of the same name',
    'function add2() {} function add(a: string): string { return a; }\nconsole.assert(add(`a`) === `a`);',
    'var add = 1; add();',
  ],
  [
    'require of the solution',
    "const { add } = require('./solution');\nconsole.assert(add(1, 2) === 3);",
    "const { add } = require('./solution'); add.x; frob();",
  ],
  [
    'a default of nothing',
    "import * as all from './solution';\nall.add(1, 2);",
    "import add from './solution'; add(1, 2);",
  ],
])('a suite with %s', (_style, right, wrong) => {
  test('is checked against what the solution declares', async () => {
    const errors = await errorsOf(checker, [
      { solution, suite: right },
      { solution: exporting, suite: right },
      { solution, suite: `\n${wrong}` },
      { solution: exporting, suite: `\n${wrong}` },
    ]);
    expect(errors).toEqual([
      [],
      [],
      [expect.stringMatching(new RegExp(`^suite:${wrong.split('\n').length + 1} `, 'u'))],
      [expect.stringMatching(new RegExp(`^suite:${wrong.split('\n').length + 1} `, 'u'))],
    ]);
  });
});

test('nothing is offered that a suite forgot to import beside what it imports', async () => {
  const suite =
    "import { test } from 'vitest';\nimport { add } from './solution';\ntest('a', () => { expect(add(1, 2)).toBe(origin); });";
  expect(await errorsIn(suite)).toEqual(['suite:3 2304', 'suite:3 2304']);
});

test('what was added hides no error of the text it was added to', async () => {
  expect(await errorsIn('add(1, 2);', { solution: `${solution};\nfunction broken() {` })).toContain('solution:7 1005');
  expect(await errorsIn('add(1, 2);', { solution: `${solution};\nconst s = \`` })).toContain('solution:7 1160');
  expect(await errorsIn('add(1, 2);', { solution: `${solution};\n/* ` })).toContain('solution:7 1010');
  expect(await errorsIn('add(1, 2); {')).toEqual(['suite:1 1005']);
});

test('what was added is not blamed for', async () => {
  // Of a text that does not parse it is not known what it declares.
  const errors = await errorsIn('\n\nfunction add() { return 1 +; }\nconst origin = `');
  expect(errors.filter((error) => !error.startsWith('suite:3') && !error.startsWith('suite:4'))).toEqual([]);
});

test('positions are those of the text as it was written', async () => {
  const suite = '#!/usr/bin/env node\n// x\nadd(1);';
  expect(await errorsIn(suite)).toEqual(['suite:3 2554']);
  expect(await errorsIn(`\uFEFF${suite}`)).toEqual(['suite:3 2554']);
  expect(await errorsIn('add(1); add(2)')).toEqual(['suite:1 2554', 'suite:1 2554']);
  expect(await errorsIn('origin;', { solution: `${solution}; origin.y // the end` })).toEqual(['solution:6 2339']);
});

describe('JavaScript', () => {
  const language = 'js';
  const documented = `/** @param {number} n */
function half(n) {
  return n / 2;
}
`;

  test('is checked by its JSDoc', async () => {
    const job = { language, solution: documented, suite: 'console.assert(half(4) === 2);' } as const;
    const errors = await errorsOf(checker, [
      job,
      { ...job, suite: "half('4');" },
      { ...job, solution: 'const half = (n) => n / 2;' },
      {
        ...job,
        solution: `${documented}module.exports = { half };`,
        suite: "const { half } = require('./solution');\nhalf('');",
      },
      {
        ...job,
        solution: `export ${documented.replace('/**', '/*').trim()}`,
        suite: "import { half } from './solution.js';\nhalf(1);",
      },
      { ...job, solution: `// @ts-nocheck\n${documented}half('');` },
    ]);
    expect(errors).toEqual([
      [],
      ['suite:1 2345'],
      ['solution:1 7006'],
      ['suite:2 2345'],
      ['solution:2 7006'],
      ['solution:6 2345'],
    ]);
  });

  test('may stand in one request with TypeScript', async () => {
    const jobs = [
      { solution: 'export const a: string = 1;' },
      { solution: 'export const a = 1;', language },
      { solution },
    ] as const;
    expect(await errorsOf(checker, jobs)).toEqual([['solution:1 2322'], [], []]);
  });
});
