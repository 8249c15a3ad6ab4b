import { describe, expect, test } from 'vitest';
import { incoherences, type CoherentRow } from '../../../../src/curate/coherence/incoherences.ts';
import { rowIncoherences } from '../../../../src/curate/coherence/row-coherence.ts';

const row: CoherentRow = {
  statement: 'Write `clamp(n, low, high)`. For example `clamp(5, 1, 3)` gives `3`, and `clamp(-1, 0)` gives `0`.',
  signature: 'export function clamp(n: number, low: number, high?: number): number;',
  entryPoint: 'clamp',
  solution:
    'export function clamp(n: number, low: number, high = Infinity): number { return Math.min(Math.max(n, low), high); }',
  tests: "import { clamp } from './solution.ts';",
};
const kinds = (more: Partial<CoherentRow>): string[] => incoherences({ ...row, ...more }).map(({ kind }) => kind);

describe('what fits together', () => {
  test.each<[string, Partial<CoherentRow>]>([
    ['as it is', {}],
    ['a constant function', { solution: 'export const clamp = (n: number, low: number, high?: number) => n;' }],
    ['a function that takes more than it must', { solution: 'export function clamp(...all: number[]) { return 1; }' }],
    ['an export by name', { solution: 'function inner(a: number) {}\nexport { inner as clamp };' }],
    [
      'a class',
      {
        entryPoint: 'Box',
        signature: 'export class Box { constructor(a: number); }',
        solution: 'export class Box { constructor(private a: number) {} }',
        tests: 'new Box(1)',
      },
    ],
    ['a type with it', { signature: `export interface Range { low: number }\n\n${row.signature}` }],
    [
      'overloads',
      {
        signature: `${row.signature}\nexport function clamp(n: number): number;`,
        statement: 'So `clamp(1)` and `clamp(1, 2, 3)`.',
      },
    ],
    ['a call with names for arguments', { statement: 'It is `clamp(n, low)`, or `clamp(range)`.' }],
    ['calls of others', { statement: 'Unlike `min(1)` it takes more.' }],
  ])('%s', (_, more) => {
    expect(kinds(more)).toEqual([]);
  });
});

describe('what does not fit together', () => {
  test.each<[string, Partial<CoherentRow>, string[]]>([
    ['another name in the signature', { signature: 'export function limit(n: number): number;' }, ['signature']],
    ['another name in the solution', { solution: 'export function limit(n: number) { return n; }' }, ['solution']],
    [
      'a solution that wants more',
      { solution: 'export function clamp(a: number, b: number, c: number, d: number) { return a; }' },
      ['arity'],
    ],
    ['a solution that takes less', { solution: 'export const clamp = (n: number) => n;' }, ['arity']],
    ['an example with too many arguments', { statement: 'So `clamp(1, 2, 3, 4) === 1`.' }, ['example']],
    ['an example with too few', { statement: 'So `clamp([1, 2, 3])` gives `1`.' }, ['example']],
    ['tests of something else', { tests: "import { limit } from './solution.ts';" }, ['tests']],
    ['code that does not parse', { solution: 'export function clamp(' }, ['solution']],
  ])('%s', (_, more, found) => {
    expect(kinds(more)).toEqual(found);
  });

  test('is told with what is wrong', () => {
    const [fault] = incoherences({ ...row, statement: 'So `clamp(7)`.' });
    expect(fault?.message).toBe('clamp(7) gives 1 arguments, and clamp takes 2 to 3');
  });
});

test('only samples are looked at', () => {
  expect(rowIncoherences({ prompt: 'p', completion: 'c' })).toEqual([]);
  const { entryPoint: entry_point, signature, statement, solution } = row;
  expect(rowIncoherences({ task: { entry_point, signature, statement }, solution, tests: 'nothing' })).toMatchObject([
    { kind: 'tests' },
  ]);
});
