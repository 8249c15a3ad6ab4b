import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepare } from '../../../../sandbox/host/sources/prepare.ts';
import { compileScript, job, prepared, refused } from './jobs.ts';

test.each([
  ['const a = 1;\nconst b = ;', 2],
  ['const a = 1;\r\nconst b = ;', 2],
  ['const a = "\u2028";\u2028const b = ;', 3],
  ['const a = "é😀é😀é😀\\\n";\n\n\nconst b = ;', 5],
  ['let a;\n/* never\nclosed', 2],
  ['let a;\nlet b = "never closed\n";', 2],
  ['let a;\n\nlet a;', 3],
  ['import a from "a";\n\nreturn 1;', 3],
  ['let a = 1;\n\n\n}', 4],
  ['const a = [1,\n2', 2],
])('%j is refused on line %i', (text, line) => {
  for (const language of ['js', 'ts'] as const) {
    expect(refused({ solution: text, language }).message).toMatch(new RegExp(`^solution:${line}: `));
    expect(refused({ suite: text, language })).toMatchObject({
      side: 'suite',
      message: expect.stringMatching(`^suite:${line}: `),
    });
  }
});

test.each([
  'const \u0000 = 1',
  'a\u0000b',
  'const a = `',
  'let \ud800',
  '\\u{110000}',
  'export { missing }',
  'import {',
  'await = 1; export {}',
  'const a = 1; a@b',
  '<div>',
])('%j is refused', (text) => {
  for (const language of ['js', 'ts'] as const) expect(refused({ solution: text, language }).stage).toBe('parse');
});

test('types are no JavaScript', () => {
  expect(refused({ solution: '\nconst a: number = 1;', language: 'js' })).toEqual({
    kind: 'malformed',
    side: 'solution',
    stage: 'parse',
    message: 'solution:2: Unexpected token',
  });
});

test('the solution is blamed first', () => {
  expect(refused({ solution: '(', suite: ')', files: { 'a.ts': '[' } }).message).toMatch(/^solution:/);
});

test('what is too long is refused, and what is just short enough is not', () => {
  const length = 256 * 1024;
  expect(refused({ solution: ' '.repeat(length + 1) }).message).toBe(
    'solution: the source is 262145 characters long; at most 262144 are taken',
  );
  expect(refused({ suite: ' '.repeat(length + 1) }).side).toBe('suite');
  const lines = 'const text = "0123456789";{}\n';
  const long = `{${lines}}\n`.repeat(Math.floor(length / (lines.length + 3)));
  expect(prepared({ solution: long, language: 'js' }).solution.declares).toEqual([]);
});

test('long names do not make long messages', () => {
  const name = 'n'.repeat(10_000);
  expect(refused({ solution: `let ${name}; let ${name};`, language: 'js' }).message.length).toBeLessThan(400);
});

test('no text makes it throw, and what it makes compiles', () => {
  const piece = fc.constantFrom(
    'const a = 1;',
    'import x from "y";',
    'export ',
    '{',
    '}',
    '(',
    ')',
    '`',
    '${',
    '/',
    '*',
    '"',
    "'",
    '\\',
    'await ',
    '=>',
    '@',
    '<',
    '\n',
    '\u2028',
    '\ud800',
    '\0',
    '#',
    'class A',
    'function f',
    ': number',
    'enum E {}',
    '...',
    '?.',
    'yield',
    'with(a)',
    'return',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))),
      fc.constantFrom('ts', 'js'),
      (pieces, language) => {
        const outcome = prepare(job({ solution: pieces.join(''), language }));
        if (outcome.kind === 'malformed') {
          expect(outcome.message).toMatch(/^solution(:\d+)?: /);
        } else if (outcome.solution.format === 'commonjs') {
          const { solution } = outcome;
          expect(() => compileScript(solution)).not.toThrow();
        }
      },
    ),
    { numRuns: 500, seed: 5 },
  );
});
