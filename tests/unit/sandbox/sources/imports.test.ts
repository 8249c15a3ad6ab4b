import { expect, test } from 'vitest';
import { solution } from './jobs.ts';

test('every kind of import is found, with what it takes and its line', () => {
  const text = `import a, { b, c as d, 'odd name' as e } from 'one';
import * as f from "two";
import 'three';
export { g, h as i } from './four';
export * from './five'; export * as j from './six';

const k = await import('seven'), l = require("eight"), m = require(\`nine\`);
import('ten' + k); require(l); k.require('eleven'); // require('twelve')
const n = \`\${require('thirteen')}\`;
import o from './data.json' with { type: 'json' };`;
  const { imports, exports } = solution(text, 'js');
  expect(imports.map(({ specifier, kind, names, line }) => [specifier, kind, names.join(' '), line])).toEqual([
    ['one', 'static', 'default b c odd name', 1],
    ['two', 'static', '*', 2],
    ['three', 'static', '', 3],
    ['./four', 'static', 'g h', 4],
    ['./five', 'static', '*', 5],
    ['./six', 'static', '*', 5],
    ['seven', 'dynamic', '', 7],
    ['eight', 'require', '', 7],
    ['nine', 'require', '', 7],
    ['thirteen', 'require', '', 9],
    ['./data.json', 'static', 'default', 10],
  ]);
  expect(exports).toBe('unknown');
});

test('imports of types vanish', () => {
  const text =
    "import type { A } from './a'; import { type B } from './b'; import { C } from './c'; export const x: A | B | C = 1;";
  expect(solution(text).imports.map(({ specifier }) => specifier)).not.toContain('./a');
  expect(solution(text).imports.flatMap(({ names }) => names)).toEqual([]);
});

test('the names that a module exports are told', () => {
  const text = `export const a = 1, { b, c: [d] } = {}; export function e() {} export class F {} export default e;
    export { e as 'odd name' }; export * as g from 'x'; export enum H { A } export interface I {}`;
  const { exports } = solution(text);
  expect(new Set(exports)).toEqual(new Set(['a', 'b', 'd', 'e', 'F', 'default', 'odd name', 'g', 'H']));
});

test('free names are those that nothing around binds', () => {
  const text = `
    import { imported } from 'x';
    free1(imported, later); const later = 1;
    function f(param, { a: taken = free2 }, ...rest) { param(taken, rest, f, hoisted, arguments); if (param) { var hoisted; } inBlock; { let inBlock; } }
    class C extends free3 { field = free4; [free5] = this.prop; static { local; var local; } #secret() { C; label: for (;;) break label; } }
    try { late; } catch ({ message: m }) { m; } m;
    ({ key: free6, free7, [free8]: 1, method() { method; } });
    const named = function self() { self(); }; self;
    for (const i of free9) i; i;
    export { later as renamed };
    typeof free10; new.target_; import.meta.url;`.replace('new.target_;', '');
  expect([...solution(text, 'js').freeNames].sort()).toEqual([
    'arguments',
    'free1',
    'free10',
    'free2',
    'free3',
    'free4',
    'free5',
    'free6',
    'free7',
    'free8',
    'free9',
    'i',
    'inBlock',
    'late',
    'm',
    'method',
    'self',
  ]);
});

test('a million ways to say require are not mistaken for it', () => {
  expect(solution('"require"; ({ require: 1 }).require; // require', 'js').usesCommonJs).toBe(false);
  expect(solution('r\\u0065quire("x");', 'js')).toMatchObject({ usesCommonJs: true, imports: [{ specifier: 'x' }] });
});
