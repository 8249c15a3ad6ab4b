import { expect, test } from 'vitest';
import { prepared, refused, runModule, runScript, solution } from './jobs.ts';

test('enums, parameter properties, namespaces and accessors work', async () => {
  const text = `
    export enum Color { Red, Green = 'g', Blue = 1 << 3 }
    export const enum Flag { On = 1, Off = On + 1 }
    export namespace Shapes { export const sides = 4; export namespace Deep { export const name = 'deep'; } }
    abstract class Base { constructor(protected readonly size: number, public name = 'n') {} abstract area(): number }
    export class Square extends Base { accessor twice = 2; declare hidden: string; optional?: number; area() { return this.size ** 2 * this.twice } }
    export const found = <unknown>Flag.Off satisfies unknown as number;
    export function over(a: string): string; export function over(a: number): number; export function over(a: any) { return a! }
    using cleanup = { [Symbol.dispose]() {} };`;
  const made = await runModule(solution(text));
  expect(made).toMatchObject({
    Color: { 0: 'Red', Green: 'g', Blue: 8 },
    Shapes: { sides: 4, Deep: { name: 'deep' } },
    found: 2,
  });
  const Square = made['Square'] as new (size: number) => { area(): number; name: string };
  expect(new Square(3).area()).toBe(18);
  expect({ ...new Square(3) }).toEqual({ size: 3, name: 'n', optional: undefined });
});

test('import = and export = work', () => {
  const unit = solution(
    'import util = require("node:util"); const f = (n: number): string => util.inspect(n); export = f;',
  );
  expect(unit.imports).toMatchObject([{ specifier: 'node:util', kind: 'require' }]);
  const f = runScript(unit, { 'node:util': { inspect: String } }).exports as (n: number) => string;
  expect(f(3)).toBe('3');
});

test('decorators of classes, members and parameters work as with experimentalDecorators', async () => {
  const text = `
    export const log: string[] = [];
    const mark = (name: string) => (...[, key, at]: any[]) => { log.push(name + String(key) + (typeof at === 'number' ? at : '')); };
    const loud = (target: any, key: string, own: PropertyDescriptor) => { const f = own.value; own.value = function (this: any) { return f.call(this) + '!'; }; };
    const sealed = (Given: any): any => class extends Given { sealed = true };
    @sealed @mark('class')
    export class A {
      @mark('field') field = 1;
      constructor(@mark('parameter') private word: string) {}
      @mark('outer') @mark('inner') @loud say() { return this.word; }
      @mark('getter') get it() { return 1; }
      @mark('static') static make() { return new A('made'); }
    }`;
  const made = await runModule(solution(text));
  const A = made['A'] as new (word: string) => { say(): string; sealed: boolean };
  expect(made['log']).toEqual([
    'fieldfield',
    'innersay',
    'outersay',
    'getterit',
    'staticmake',
    'parameterundefined0',
    'classundefined',
  ]);
  expect([new A('hi').say(), new A('hi').sealed]).toEqual(['hi!', true]);
  expect(solution(text).declares).not.toContain('babelHelpers');
});

test('JavaScript may have decorators too', () => {
  const text = '"use strict";\nconst tag = (C) => { C.tag = 1; };\n@tag class A {}\nfunction self() { return this; }';
  const unit = solution(text, 'js');
  const ran = runScript(unit);
  expect(ran.offered('A')).toHaveProperty('tag', 1);
  expect((ran.offered('self') as () => unknown)()).toBeUndefined();
});

test('what cannot be translated is refused with a reason', () => {
  const standard = 'function d(value: unknown, context: ClassMethodDecoratorContext) {} class A { @d m() {} }';
  expect(refused({ solution: standard }).message).toMatch(/^solution: decorators have to be written for/);
  const jsx = 'const a = 1;\nexport const b = <div>{a}</div>;';
  expect(refused({ solution: jsx }).message).toBe('solution:2: JSX is not supported');
  expect(refused({ solution: jsx, language: 'js' }).message).toBe('solution:2: JSX is not supported');
  expect(refused({ suite: jsx })).toMatchObject({ side: 'suite', message: 'suite:2: JSX is not supported' });
});

test('a script in TypeScript may return early, and a plain one may be sloppy', () => {
  expect(runScript(solution('exports.a = 1 as number;\nreturn;')).exports).toEqual({ a: 1 });
  expect(runScript(solution('with ({ a: 1 }) exports.a = a;')).exports).toEqual({ a: 1 });
});

test('lines lead back to the text', () => {
  const text = `\n\ninterface A {\n  a: number;\n}\n\n\nexport function f(a: A): number {\n\n  // why\n\n  return a.a;\n}\n\nexport const g = (): void => {\n  throw new Error('g');\n};`;
  const unit = solution(text);
  const lines = unit.code.split('\n');
  const lineOf = (part: string) => unit.originalLine(lines.findIndex((line) => line.includes(part)) + 1);
  expect([lineOf('function f'), lineOf('return a.a'), lineOf('new Error')]).toEqual([8, 12, 16]);
  expect(unit.originalLine(1e6)).toBeGreaterThan(0);
});

test('lines of JavaScript stay what they are, and columns of the first move with what is added', () => {
  const text = 'function f() {\n\n  throw 1;\n}\nconst a = 1;';
  const unit = solution(text, 'js');
  expect(unit.code.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
  expect(unit.originalLine(3)).toBe(3);
  const script = solution('const a: number = 1; function b() { throw a }');
  expect(script.originalLine(1, script.code.indexOf('const a') + 1)).toBe(1);
});

test('odd characters survive', () => {
  const text =
    'exports.a = ["\u2028", "\ud800", "</script>", "<!--", "\\0", "é😀", `\u2029`, "\u0000", "\u202e"]; // \u202e';
  for (const language of ['js', 'ts'] as const) {
    expect(runScript(solution(text, language)).exports).toEqual({
      a: ['\u2028', '\ud800', '</script>', '<!--', '\0', 'é😀', '\u2029', '\0', '\u202e'],
    });
  }
});

test('a byte order mark is dropped', () => {
  const { solution: text, suite } = prepared({
    solution: '\uFEFFexport const a = 1;',
    suite: '\uFEFF1;',
    language: 'js',
  });
  expect([text.code, suite.code]).toEqual(['export const a = 1;', '1;']);
});
