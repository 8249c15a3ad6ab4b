import { expect, test } from 'vitest';
import { refused, runModule, runScript, solution } from './jobs.ts';

test.each([
  'export const a = 1;',
  'const a = 1; export { a };',
  'import "node:util"; const a = 1;',
  'const a=1;export{a as b}',
  'export default 3',
  'export * from "./x"',
  'const here = import.meta.url;',
  'const a = await Promise.resolve(1);',
  'for await (const a of []) {}',
  'await using a = null;',
  'await (async () => {})();',
  'async function main() {}\nawait main();',
  'export {};',
])('%j is an ES module', (text) => {
  expect(solution(text, 'js').format).toBe('module');
  expect(solution(text, 'ts').format).toBe('module');
});

test.each([
  '',
  '// export const a = 1;',
  'const text = `\nimport x from "y";\nexport default 3;\n`;',
  '/*\nexport const a = 1;\n*/ var b;',
  'import("./x");',
  'module.exports = 3;',
  'return 3;',
  'const await_ = 1; async function f() { await 1; }',
  'var await = 3; await + 1;',
  'const export_ = 1, $import = 2;',
  'var yield = 1, let = 2, static = 3;',
])('%j is CommonJS', (text) => {
  expect(solution(text, 'js').format).toBe('commonjs');
});

test.each(['js', 'ts'] as const)('a script in %s runs sloppily, unless it says otherwise', (language) => {
  const sloppy = 'with ({ a: 010 }) { exports.a = a; } b = 3; exports.b = b; exports.isThis = this === exports;';
  expect(runScript(solution(sloppy, language)).exports).toEqual({ a: 8, b: 3, isThis: true });
  const strict = '"use strict"; exports.self = (function () { return this; })(); c = 3;';
  expect(solution(strict, language).isStrict).toBe(true);
  expect(runScript(solution(strict, language)).exports).toBeInstanceOf(ReferenceError);
});

test('a directive keeps its effect behind what is added in front', () => {
  const unit = solution('#!/usr/bin/env node\n/* first */ "use strict";\nfunction self() { return this; }', 'js');
  expect(unit.isStrict).toBe(true);
  const self = runScript(unit).offered('self') as () => unknown;
  expect(self()).toBeUndefined();
  expect(solution('f(); "use strict"; function f() { return this; }', 'js').isStrict).toBe(false);
});

test('a return, a hashbang and HTML-like comments are allowed in scripts', () => {
  expect(runScript(solution('#!/bin/x\nexports.a = 1; return; exports.a = 2;', 'js')).exports).toEqual({ a: 1 });
  expect(runScript(solution('exports.a = 1; <!-- old\n--> older\nexports.b = 2;', 'js')).exports).toEqual({
    a: 1,
    b: 2,
  });
});

test('a hashbang is allowed in modules', async () => {
  expect(await runModule(solution('#!/bin/x\nexport const a = 1;', 'js'))).toMatchObject({ a: 1 });
});

test('what mixes both kinds is an ES module that is told to use CommonJS', () => {
  const unit = solution('import a from "a"; const b = require("b"); module.exports = { a, b };', 'js');
  expect(unit).toMatchObject({ format: 'module', usesCommonJs: true, exports: 'unknown' });
  expect(solution('export const a = 1;').usesCommonJs).toBe(false);
  expect(
    solution('import m from "m"; const require = m.createRequire(import.meta.url); export default require("x");'),
  ).toMatchObject({ usesCommonJs: false, imports: [{ specifier: 'm' }, { specifier: 'x', kind: 'require' }] });
});

test('a script may declare a variable that is a parameter of its module', () => {
  const unit = solution('"use strict"; const module = 1, require = 2; function f() { return module + require; }', 'js');
  expect(unit.declares).toEqual(['f']);
  const f = runScript(unit).offered('f') as () => number;
  expect(f()).toBe(3);
  expect(
    runScript(solution('var exports = exports || {}; var module = module || {}; exports.a = 1;', 'js')).exports,
  ).toEqual({ a: 1 });
});

test('top-level await is told apart from await in functions', () => {
  expect(solution('export const a = await 1;').usesTopLevelAwait).toBe(true);
  expect(solution('export const a = async () => await 1;').usesTopLevelAwait).toBe(false);
  expect(solution('export class A { async m() { for await (const a of []) a; } }').usesTopLevelAwait).toBe(false);
});

test('what closes the function that a script is wrapped into is no program', () => {
  expect(refused({ solution: '}); globalThis.out = 1; (function () {', language: 'js' }).message).toBe(
    'solution:1: Unexpected token',
  );
});
