import { expect, test } from 'vitest';
import { prepared, refused, runScript } from './jobs.ts';

const only = (name: string, text: string, language: 'ts' | 'js' = 'ts') => {
  const [unit] = prepared({ files: { [name]: text }, language }).files.values();
  return unit ?? expect.fail('there is no file');
};

test('files are read by their extension, and without one like the solution', () => {
  expect(only('a.ts', 'export const a: number = 1;', 'js').code).toContain('export const a = 1');
  expect(only('a', 'const a: number = 1;').declares).toEqual(['a']);
  expect(refused({ files: { 'lib/a.js': '\nconst a: number = 1;' } })).toEqual({
    kind: 'malformed',
    side: 'solution',
    stage: 'parse',
    message: 'lib/a.js:2: Unexpected token',
  });
});

test('extensions can fix the format', () => {
  expect(only('a.mjs', 'const a = 1;')).toMatchObject({ format: 'module', isStrict: true });
  expect(only('a.mts', 'const a: number = 1;')).toMatchObject({ format: 'module' });
  expect(only('a.cts', 'const a: number = 1; return;')).toMatchObject({ format: 'commonjs' });
  expect(refused({ files: { 'a.cjs': 'export const a = 1;' } }).message).toContain(
    "'import' and 'export' may appear only",
  );
});

test('a JSON file is a module of its value', () => {
  const text = '{"__proto__": 1, "a": ["\u2028", "</script>", "\\u0000"]}';
  expect(runScript(only('data.json', `\uFEFF${text}`)).exports).toEqual(JSON.parse(text));
  expect(refused({ files: { 'data.json': '{\n  "a": 1,\n}' } }).message).toMatch(/^data\.json:3: /);
  expect(refused({ files: { 'data.json': '[' } })).toMatchObject({ side: 'solution', stage: 'parse' });
});

test('a file of types only has nothing in it', () => {
  expect(only('types.d.ts', 'export interface A {} declare global { var x: number }')).toMatchObject({
    format: 'module',
    declares: [],
  });
});

test('a file that exports nothing offers what it declares', () => {
  expect(only('a.js', 'function f() {}')).toMatchObject({ offers: 'as-exports', declares: ['f'] });
  expect(only('a.js', 'exports.f = f; function f() {}')).toMatchObject({ offers: 'nothing' });
});

test('files are limited in size like others', () => {
  const message = 'a.json: the source is 262145 characters long; at most 262144 are taken';
  expect(refused({ files: { 'a.json': ' '.repeat(256 * 1024 + 1) } })).toMatchObject({ side: 'solution', message });
});
