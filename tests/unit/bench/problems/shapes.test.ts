import { describe, expect, test } from 'vitest';
import type { Problem, Shape } from '../../../../src/bench/problem.ts';
import { readProblems } from '../../../../src/bench/problems/read-problems.ts';
import { tempFile } from '../../support/temp-dir.ts';
import { rejection } from '../../support/thrown.ts';

const jsonl = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const setOf = (rows: readonly unknown[]) => readProblems(tempFile('set.jsonl', jsonl(rows)));

const half = '/* Half of a number. */\nconst halfOf = (n) => {\n';
const checked = 'console.assert(halfOf(4) === 2)\n';

const shapes: readonly (readonly [Shape, object, Partial<Problem>])[] = [
  [
    'winnow',
    { id: 'w/1', prompt: half, tests: checked, example_tests: checked, topics: ['numbers'], test_style: 'odd' },
    { id: 'w/1', entryPoint: 'halfOf', language: 'js', exampleTests: checked, topics: ['numbers'] },
  ],
  [
    'winnow',
    {
      task_id: 'w/2',
      prompt: 'export function f(a: number): number {\n',
      test: 'f',
      language: 'ts',
      test_style: 'vitest',
      stop: ['x'],
    },
    { id: 'w/2', entryPoint: 'f', language: 'ts', style: 'vitest', stop: ['x'] },
  ],
  [
    'winnow-dataset',
    {
      id: 'sample_1',
      task: {
        statement: 'Halve.',
        signature: 'export function halfOf(n: number): number',
        entry_point: 'halfOf',
        difficulty: 'easy',
        topics: ['a'],
      },
      solution: 'export function halfOf(n: number): number { return n / 2; }',
      tests: "import { halfOf } from './solution';",
      verification: { language: 'ts' },
    },
    { id: 'sample_1', entryPoint: 'halfOf', language: 'ts', difficulty: 'easy', topics: ['a'] },
  ],
  [
    'humaneval-x',
    {
      task_id: 'JavaScript/7',
      prompt: half,
      canonical_solution: '  return n / 2;\n}\n',
      test: checked,
      declaration: 'const halfOf = (n) => {\n',
      example_test: checked,
    },
    {
      id: 'JavaScript/7',
      entryPoint: 'halfOf',
      language: 'js',
      canonical: '  return n / 2;\n}\n',
      exampleTests: checked,
    },
  ],
  [
    'humanevalpack',
    {
      task_id: 'JavaScript/8',
      prompt: half,
      canonical_solution: 'c',
      buggy_solution: 'b',
      bug_type: 'logic',
      test: checked,
      declaration: 'd',
      entry_point: 'halfOf',
      instruction: 'Write it.',
    },
    { id: 'JavaScript/8', entryPoint: 'halfOf', buggy: 'b', instruction: 'Write it.' },
  ],
  [
    'multipl-e',
    {
      name: 'Own_0_half_of',
      language: 'ts',
      prompt: '//Half.\nfunction half_of(n: number): number {\n',
      tests: "const assert = require('node:assert');\nassert.equal(half_of(4), 2);",
      stop_tokens: ['\nfunction '],
    },
    { id: 'Own_0_half_of', entryPoint: 'half_of', language: 'ts', stop: ['\nfunction '] },
  ],
  [
    'mbxp',
    {
      task_id: 'OWN/1',
      prompt: 'const half_of = function (n: number) : number  {\n',
      test: "import * as assert from 'assert'",
      language: 'typescript',
      description: 'Halve.',
      entry_point: 'half_of',
      canonical_solution: null,
    },
    { id: 'OWN/1', entryPoint: 'half_of', language: 'ts', instruction: 'Halve.' },
  ],
  [
    'mceval',
    {
      task_id: 'TypeScript/3',
      prompt: '// Halve.\nfunction halfOf(n: number): number',
      canonical_solution: '{ return n / 2; }',
      test: checked,
      entry_point: 'halfOf',
      signature: 's',
      docstring: 'd',
      instruction: 'i',
      level: 'easy',
    },
    { id: 'TypeScript/3', entryPoint: 'halfOf', language: 'ts', difficulty: 'easy' },
  ],
];

describe('readProblems', () => {
  test.each(shapes)('reads rows of the shape %s', async (shape, row, problem) => {
    const set = await setOf([row]);
    expect(set.shape).toBe(shape);
    expect(set.problems).toHaveLength(1);
    expect(set.problems[0]).toMatchObject(problem);
  });

  test('takes the name that prompt and tests use where the field spells it otherwise', async () => {
    const { problems } = await setOf([{ id: 'a', prompt: half, tests: checked, entry_point: 'halfof' }]);
    expect(problems[0]?.entryPoint).toBe('halfOf');
  });

  test('finds the language of rows that do not say', async () => {
    const typed = 'function f(a: number): number {\n';
    const { problems } = await setOf([
      { id: 'ts', prompt: typed, tests: 'f(1)', canonical_solution: '  return a;\n}\n' },
      { id: 'js', prompt: half, tests: checked, canonical_solution: `${half}  return n / 2;\n}\n` },
    ]);
    expect(problems.map(({ language }) => language)).toEqual(['ts', 'js']);
  });

  test('gives one digest for one content, however it is written, and another for another', async () => {
    const row = { id: 'a', prompt: half, tests: checked };
    const [first, same, other] = await Promise.all([
      setOf([row]),
      setOf([{ tests: checked, prompt: half, id: 'a', unknown: 1 }]),
      setOf([{ ...row, tests: `${checked};` }]),
    ]);
    expect(same.digest).toBe(first.digest);
    expect(other.digest).not.toBe(first.digest);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{"id": "a"\n', /set\.jsonl:1: not valid JSON/u],
    ['no object', '7\n', /set\.jsonl:1: a problem must be a JSON object/u],
    ['no tests', jsonl([{ id: 'a', prompt: half }]), /set\.jsonl:1: test is missing: a has no tests/u],
    ['no id', jsonl([{ prompt: half, tests: checked }]), /set\.jsonl:1: task_id is missing/u],
    ['no prompt', jsonl([{ id: 'a', tests: checked }]), /set\.jsonl:1: prompt is missing/u],
    [
      'an id twice',
      jsonl([
        { id: 'a', prompt: half, tests: checked },
        { id: 'a', prompt: half, tests: checked },
      ]),
      /set\.jsonl:2: a is the id of line 1 too/u,
    ],
    [
      'another shape',
      jsonl([{ id: 'a', prompt: half, tests: checked }, shapes[5]?.[1]]),
      /set\.jsonl:2: it has the shape multipl-e, and those before it winnow/u,
    ],
    [
      'another language',
      jsonl([{ task_id: 'Python/0', prompt: 'p', canonical_solution: '', test: 't', declaration: 'd' }]),
      /set\.jsonl:1: its language is Python; TypeScript and JavaScript are judged/u,
    ],
    ['nothing', '', /set\.jsonl holds no problems/u],
  ])('says what is wrong: %s', async (_name, text, message) => {
    const error = await rejection(readProblems(tempFile('set.jsonl', text)));
    expect(String(error)).toMatch(message);
  });

  test('leaves out bad lines where it is told to, and says so', async () => {
    const notices: string[] = [];
    const file = tempFile('set.jsonl', `bad\n${jsonl([{ id: 'a', prompt: half, tests: checked }])}`);
    const set = await readProblems(file, { skipsBadLines: true, onNotice: (notice) => notices.push(notice) });
    expect(set.problems.map(({ id }) => id)).toEqual(['a']);
    expect(notices[0]).toMatch(/set\.jsonl:1: not valid JSON.*\(skipped\)/u);
    expect(notices[1]).toContain('1 problems, read as winnow');
  });
});
