import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepared, runModule, runScript, solution } from './jobs.ts';

test('top-level names are declared in order', () => {
  const text = `
    import { imported } from 'x';
    function f() { var inner; }
    class C {}
    const a = 1, { b, c: [d, ...e], ...g } = {}, [h = 2] = [];
    let i; var j; async function* k() {}
    if (a) { var l; let no; const nope = 1; }
    for (var m = 0; m < 1; m++) { let never; }
    try {} catch (err) {}
    label: for (const x of []) {}`;
  expect(solution(text, 'js').declares).toEqual(['f', 'C', 'a', 'b', 'd', 'e', 'g', 'h', 'i', 'j', 'k', 'l', 'm']);
});

test('enums, namespaces and their like are declared, types are not', () => {
  const text = `enum E { A } const enum F { B } namespace N { export const x = 1 } abstract class C {}
    interface I {} type T = 1; declare const d: number; declare function g(): void; function o(a: number): void; function o() {}`;
  expect(new Set(solution(text).declares)).toEqual(new Set(['E', 'F', 'N', 'C', 'o']));
});

test('what a script offers is read late, whatever happens later', () => {
  const text = 'return early(); function early() { return 1; } let late = 2;';
  const ran = runScript(solution(text, 'js'));
  expect((ran.offered('early') as () => number)()).toBe(1);
  expect(() => ran.offered('late')).toThrow(ReferenceError);
  const thrown = runScript(solution('let a = 1; a++; throw new Error("no"); const b = 1;', 'js'));
  expect(thrown.offered('a')).toBe(2);
});

test('globals that a script assigns at the top are offered as well', () => {
  const unit = solution('unit$a = 1; globalThis.unit$b = 2; global["unit$c"] = 3; { unit$d = 4; }', 'js');
  expect(unit.declares).toEqual(['unit$a', 'unit$b']);
  const ran = runScript(unit);
  expect([ran.offered('unit$a'), ran.offered('unit$b')]).toEqual([1, 2]);
  for (const name of ['unit$a', 'unit$b', 'unit$c', 'unit$d']) Reflect.deleteProperty(globalThis, name);
});

test('a module that exports nothing exports what it declares', async () => {
  const unit = solution('const a = await 1; class B {} // the end', 'js');
  expect(unit).toMatchObject({ offers: 'as-exports', exports: ['a', 'B'] });
  expect(await runModule(unit)).toMatchObject({ a: 1, B: expect.any(Function) });
  expect(solution('interface A {} export type { A }; const b = 1;')).toMatchObject({
    offers: 'as-exports',
    exports: ['b'],
  });
});

test.each([
  'module.exports = f;',
  'exports.f = f;',
  'module.exports.f = f;',
  'if (typeof module !== "undefined" && module.exports) { module.exports = { f }; }',
  'var api = module.exports = {}; api.f = f;',
  'var api = exports; api.f = f;',
  'Object.assign(module.exports, { f });',
  'Object.defineProperty(exports, "f", { value: f });',
  'this.f = f;',
  '(function (root) { root.f = f; })(exports);',
  'module["exports"] = f;',
])('%j exports by itself', (text) => {
  const parts = { solution: `function f() {} ${text}`, language: 'js' } as const;
  expect(prepared({ ...parts, suite: "require('./solution');" }).solution.offers).toBe('nothing');
  expect(prepared({ ...parts, suite: 'f();' }).solution.offers).toBe('beside-exports');
});

test.each([
  '"module.exports = f"',
  '// module.exports = f',
  '(function (exports) { exports.f = f; })({});',
  'var exports = {}; exports.f = f;',
])('%s exports nothing', (text) => {
  const parts = { solution: `function f() {} ${text}`, language: 'js', suite: "require('./solution');" } as const;
  expect(prepared(parts).solution.offers).toBe('as-exports');
});

test('what a module exports itself is not exported again', async () => {
  const text = 'export const a = 1; const b = 2, c = 3; export { b as d }; export default c;';
  expect(prepared({ solution: text, suite: "import './solution'" }).solution).toMatchObject({
    offers: 'nothing',
    exports: ['a', 'd', 'default'],
  });
  const { solution: unit } = prepared({ solution: text, suite: 'b;' });
  expect(unit).toMatchObject({ offers: 'beside-exports', exports: ['a', 'd', 'default', 'b', 'c'] });
  expect({ ...(await runModule(unit)) }).toEqual({ a: 1, b: 2, c: 3, d: 2, default: 3 });
});

test('the suite never offers anything', () => {
  const { suite } = prepared({ suite: 'function check() {} check();' });
  expect(suite).toMatchObject({ offers: 'nothing', declares: ['check'] });
  expect(suite.code).not.toContain('__offer');
});

test('odd names are handed out like others', () => {
  const text =
    'function __proto__() { return 1; } var \\u0061b = 2, c\u0430t = 3, 𝒳 = 4, eval = 5, arguments = 6, async = 7, let = 8;';
  const unit = solution(text, 'js');
  expect(unit.declares).toEqual(['__proto__', 'ab', 'c\u0430t', '𝒳', 'eval', 'arguments', 'async', 'let']);
  const ran = runScript(unit);
  expect(['ab', 'c\u0430t', '𝒳', 'eval', 'arguments', 'async', 'let'].map(ran.offered)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect((ran.offered('__proto__') as () => number)()).toBe(1);
});

const declarations = [
  (name: string) => `function ${name}() { var inside; let also; }`,
  (name: string) => `class ${name} { static of() { const inside = 1; return inside; } }`,
  (name: string) => `const ${name} = 1;`,
  (name: string) => `let ${name}`,
  (name: string) => `var ${name} = (inside) => inside;`,
  (name: string) => `const { x: [${name}] = [1] } = {};`,
  (name: string) => `async function* ${name}(inside = () => 1) {}`,
  (name: string) => `if (1) { let inside; var ${name} = { inside }; }`,
];
const noise = [
  '',
  '// const comment = 1',
  '/* class Comment {} */',
  '{ let block; }',
  '`const text = 1;`;',
  ';[1].map((each) => each)',
];

test('what is declared is what was generated', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^_[a-z$]{1,6}$/), { maxLength: 12 });
  const line = fc.tuple(fc.constantFrom(...declarations), fc.constantFrom(...noise));
  fc.assert(
    fc.property(names, fc.array(line, { minLength: 12, maxLength: 12 }), fc.boolean(), (names, lines, isModule) => {
      const text =
        names.map((name, at) => `${lines[at]?.[0](name)}\n${lines[at]?.[1]}\n`).join('') +
        (isModule ? '\nimport "x";' : '');
      const unit = solution(text, 'js');
      expect(unit.declares).toEqual(names);
      if (!isModule) names.forEach((name) => expect(() => runScript(unit).offered(name)).not.toThrow());
      if (isModule) expect(unit.exports).toEqual(names);
    }),
    { numRuns: 200, seed: 7 },
  );
});
