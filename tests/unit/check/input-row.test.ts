import { describe, expect, test } from 'vitest';
import { readRow } from '../../../src/check/input-row.ts';

const least = { id: 'a', solution: 'export const a = 1;', tests: 'tests' };

describe('readRow', () => {
  test('reads what a row says, and carries what means nothing here', () => {
    const given = {
      ...least,
      language: 'ts',
      entry_point: 'a',
      test_style: 'console.assert',
      files: { 'lib/b.ts': 'export {}' },
      difficulty: 3,
      nested: { deep: [null] },
    };
    expect(readRow(given, 7)).toEqual({
      ok: true,
      row: {
        id: 'a',
        candidate: {
          solution: least.solution,
          suite: 'tests',
          seed: 7,
          language: 'ts',
          entryPoint: 'a',
          style: 'console.assert',
          files: { 'lib/b.ts': 'export {}' },
        },
        extra: { difficulty: 3, nested: { deep: [null] } },
        unknownStyle: undefined,
      },
    });
  });

  test('takes null for a field that is not given, and a number as id', () => {
    const given = { ...least, id: 3, language: null, entry_point: null, test_style: null, files: null };
    const candidate = { solution: least.solution, suite: 'tests', seed: 0, language: 'js' };
    expect(readRow(given, 0)).toMatchObject({ ok: true, row: { id: 3, candidate, extra: undefined } });
  });

  test('carries a field whose name is special to JavaScript', () => {
    const read = readRow(JSON.parse('{"id":"a","solution":"","tests":"","__proto__":{"x":1}}'), 0);
    expect(read.ok && JSON.stringify(read.row.extra)).toBe('{"__proto__":{"x":1}}');
  });

  test.each([
    ['vitest', undefined],
    ['throw+lodash.isEqual', 'throw+lodash.isEqual'],
    ['', undefined],
  ])('leaves a style that it does not know to be detected: %j', (style, unknown) => {
    const read = readRow({ ...least, test_style: style }, 0);
    expect(read).toMatchObject({ ok: true, row: { unknownStyle: unknown } });
    expect(read.ok && read.row.candidate.style).toBe(style === 'vitest' ? style : undefined);
  });

  test.each([
    ['const f = (n) => n;', 'js'],
    ['module.exports = { f(n) { return n } }', 'js'],
    ['with ({}) { }', 'js'],
    ['export const f = (n: number): number => n;', 'ts'],
    ['interface A { a: 1 }', 'ts'],
    ['('.repeat(1e5), 'ts'],
  ])('tells the language where the row does not: %#', (solution, language) => {
    expect(readRow({ ...least, solution }, 0)).toMatchObject({ row: { candidate: { language } } });
  });

  test.each<[string, unknown]>([
    ['a row must be a JSON object with id, solution and tests', []],
    ['a row must be a JSON object with id, solution and tests', null],
    ['id is missing; solution is missing; tests is missing', {}],
    ['id must be a string or a number', { ...least, id: [] }],
    ['id must not be empty', { ...least, id: '' }],
    ['solution must be a string', { ...least, solution: 3 }],
    ["language must be 'ts' or 'js'", { ...least, language: 'py' }],
    ['files.a.ts must be a string', { ...least, files: { 'a.ts': 1 } }],
    ['files must hold texts by their paths', { ...least, files: ['a'] }],
  ])('says what is wrong: %s', (problem, value) => {
    expect(readRow(value, 0)).toEqual({ ok: false, problem });
  });
});
