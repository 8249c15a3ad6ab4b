import { describe, expect, test } from 'vitest';
import { parseProgram } from '../../../../src/bench/extract/program.ts';
import { extract, fenced, programOf, whole } from './own-problem.ts';

describe('a reply that repeats itself', () => {
  test('is read where it assigns the same name over and over', () => {
    const chain = `${'exports.add = '.repeat(20_000)}1;`;
    expect(() => parseProgram(chain)?.assigns).not.toThrow();
  });

  test('is no program where it is nested too deeply', () => {
    expect(extract(fenced('['.repeat(200_000)))).toMatchObject({ ok: false });
  });

  test('keeps its program, and its demo, where thousands of statements follow', () => {
    const demo = Array.from({ length: 5000 }, (_, index) => `const a${index} = process.argv[${index}];`).join('\n');
    expect(programOf(fenced(`${whole}\n${demo}`))).toContain('process.argv[4999]');
  });

  test('does not take a chain of members for a name', () => {
    expect(parseProgram(`${'a.'.repeat(5000)}b = 1;`)?.assigns).toEqual(new Map());
  });
});
