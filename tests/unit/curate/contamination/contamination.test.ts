import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { decodeIndex, encodeIndex } from '../../../../src/curate/contamination/benchmark-index.ts';
import { buildIndex } from '../../../../src/curate/contamination/build-index.ts';
import { findContamination } from '../../../../src/curate/contamination/find-contamination.ts';
import { problemTexts, type ProblemTexts } from '../../../../src/curate/contamination/problem-texts.ts';

const statement =
  'Given a list of weights of crates and the capacity of a ferry, return the least number of crossings that carry all crates, each crossing with at most two of them.';
const solution = `function crossings(weights, capacity) {
  const sorted = [...weights].sort((a, b) => a - b);
  let [light, heavy, count] = [0, sorted.length - 1, 0];
  while (light <= heavy) {
    if (sorted[light] + sorted[heavy] <= capacity) light += 1;
    heavy -= 1;
    count += 1;
  }
  return count;
}`;
const tests = `assert.deepStrictEqual(crossings([3, 5, 3, 4], 5), 4);
assert.deepStrictEqual(crossings([1, 2], 3), 1);
assert.deepStrictEqual(crossings([3, 2, 2, 1], 3), 3);
assert.deepStrictEqual(crossings([], 10), 0);`;

/** Problems that share how they are put, as published ones do. */
const filler = Array.from({ length: 6 }, (_, n): ProblemTexts => ({
  id: `set/${n + 10}`,
  statements: [`Write a function that takes the arguments below and returns the right answer to question number ${n}.`],
  solutions: ['function add(a, b) { const sum = a + b; const doubled = sum * 2; return doubled / 2; }'],
  tests: [],
}));
const problem: ProblemTexts = { id: 'set/1', statements: [statement], solutions: [solution], tests: [tests] };
const index = buildIndex([{ name: 'Ferries', from: 'ferries.jsonl', problems: [problem, ...filler] }]);
const decontamination = findContamination([index]);
const match = (row: Parameters<typeof decontamination.match>[0]) => decontamination.match(row);

const renamed = solution.replaceAll('light', 'lo').replaceAll('heavy', 'hi').replaceAll('weights', 'xs');

describe('contamination', () => {
  test.each([
    ['verbatim', statement],
    ['in other case and layout', statement.toUpperCase().replaceAll(' ', '\n  ')],
    ['with other punctuation', statement.replaceAll(',', ';').replaceAll('.', '!')],
    ['inside a longer statement', `Here is a riddle for you.\n\n${statement}\n\nAnswer with code only, please.`],
    ['as a comment of code', `/**\n * ${statement}\n */\nfunction f(a, b) {`],
    ['in part', statement.slice(0, 100)],
    ['with a web address', `See https://example.com/ferries for more. ${statement}`],
    ['before code with comments', `${statement}\n\n// your code here\nfunction crossings() {}`],
  ])('finds a statement %s', (_, text) => {
    expect(match({ statement: text })).toMatchObject({ benchmark: 'Ferries', problem: 'set/1', match: 'statement' });
  });

  test.each([
    ['verbatim', solution],
    ['renamed', renamed],
    ['reformatted', solution.replaceAll(';\n', '\n').replaceAll('  ', '\t')],
    ['commented', solution.replace('let [', '// two hands\n  let [')],
    ['with types', solution.replace('(weights, capacity)', '(weights: readonly number[], capacity?: number): number')],
    ['as a module', `export ${solution}`],
    [
      'inside a larger module',
      `export const zero = 0;\n${renamed}\nexport const more = (n) => crossings([n], n) + zero;`,
    ],
  ])('finds a solution %s', (_, code) => {
    expect(match({ solution: code })).toMatchObject({ benchmark: 'Ferries', problem: 'set/1', match: 'solution' });
  });

  test('finds tests, says how much of them, and shows what matched', () => {
    expect(match({ tests })).toMatchObject({ match: 'tests', share: 1 });
    expect(match({ statement })).toMatchObject({
      share: 1,
      excerpt: expect.stringMatching(/^given a list of weights/u),
    });
  });

  test.each([
    [
      'what many problems have in common',
      { statement: filler[0]?.statements[0]?.replace(' number 0', ''), solution: filler[0]?.solutions[0] },
    ],
    ['a trivial program', { solution: 'function f(a) { return a + 1; }' }],
    ['a few of its words', { statement: 'Given a list of weights, sort them. A ferry has a capacity of ten.' }],
    ['nothing', {}],
    [
      'another program',
      { solution: 'const f = (xs) => xs.map((x) => x.trim()).filter((x) => x !== "").join(", ").length;' },
    ],
  ])(
    'does not take %s for a problem',
    (_, { statement: text, solution: code }: { statement?: string | undefined; solution?: string | undefined }) => {
      expect(
        match({ ...(text !== undefined && { statement: text }), ...(code !== undefined && { solution: code }) }),
      ).toBeUndefined();
    },
  );

  test('leaves out what is allowed, and says what cannot be found', () => {
    const allowing = buildIndex([{ name: 'Ferries', from: 'f', problems: [problem, ...filler] }], {
      allowed: [statement],
    });
    expect(findContamination([allowing]).match({ statement })).toBeUndefined();
    expect(allowing.sources).toMatchObject([{ problems: 7, undetectable: 0 }]);
    const all = buildIndex([{ name: 'Same', from: 'f', problems: filler.map((one) => ({ ...one, statements: [] })) }]);
    expect(all.sources).toEqual([{ name: 'Same', from: 'f', problems: 6, undetectable: 6 }]);
  });

  test('translations of one problem do not make its words common', () => {
    const translations = ['js', 'ts', 'py'].map((language) => ({ ...problem, id: `${language}/1` }));
    const translated = buildIndex([{ name: 'Three', from: 'f', problems: translations }]);
    expect(findContamination([translated]).match({ statement })).toMatchObject({ benchmark: 'Three' });
  });

  test('a file says the same as the index that it was made of, and none of its words', () => {
    const file = encodeIndex(index);
    expect(decodeIndex(file)).toEqual(index);
    expect(file.toString('latin1')).not.toContain('ferry');
  });

  property.prop([fc.uint8Array({ maxLength: 200 })])('refuses bytes that are no index', (bytes) => {
    expect(() => decodeIndex(Buffer.from(bytes))).toThrow();
  });

  test('refuses a file that is cut off', () => {
    const file = encodeIndex(index);
    expect(() => decodeIndex(file.subarray(0, file.length - 40))).toThrow();
  });
});

describe('the texts of a published problem', () => {
  test.each([
    [{ task_id: 'HumanEval/0', prompt: 'p', canonical_solution: 'c', test: 't' }, ['HumanEval/0', 1, 1, 1]],
    [{ task_id: 11, text: 'p', code: 'c', test_list: ['a', 'b'], challenge_test_list: [] }, ['11', 1, 1, 1]],
    [{ question_id: 'abc', question_content: 'p' }, ['abc', 1, 0, 0]],
    [
      { task_id: 'BigCodeBench/1', complete_prompt: 'p', instruct_prompt: 'q', canonical_solution: 'c' },
      ['BigCodeBench/1', 2, 1, 0],
    ],
    [{ name: 'HumanEval_0_x', prompt: 'p', tests: 't' }, ['HumanEval_0_x', 1, 0, 1]],
    [{ id: 'sample_1', task: { statement: 's' }, solution: 'c' }, ['sample_1', 1, 1, 0]],
  ])('%j', (row, [id, statements, solutions, found]) => {
    const texts = problemTexts(row);
    expect([texts?.id, texts?.statements.length, texts?.solutions.length, texts?.tests.length]).toEqual([
      id,
      statements,
      solutions,
      found,
    ]);
  });

  test.each([[null], ['text'], [{}], [{ prompt: '  ' }], [{ tests: 't' }]])('%j has none', (row) => {
    expect(problemTexts(row)).toBeUndefined();
  });
});
