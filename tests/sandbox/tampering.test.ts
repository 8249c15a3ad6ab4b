import { expect, test } from 'vitest';
import { job, passes, reportOf, sharedSandbox } from './harness.ts';

const sandbox = sharedSandbox();

const suite = `import { describe, expect, it } from 'vitest';
  import fc from 'fast-check';
  import { sum } from './solution';
  const expected = (xs) => { let total = 0; for (const x of xs) total += x; return total; };
  it('toBe', () => expect(sum([1, 2])).toBe(3));
  it('toEqual', () => expect(sum([1, 2])).toEqual(3));
  it('in an object', () => expect({ sum: sum([4]) }).toEqual({ sum: 4 }));
  it('as text', () => expect(JSON.stringify(sum([1, 2]))).toBe(JSON.stringify(3)));
  it('every', () => expect([[1], [2]].every((xs) => sum(xs) === xs[0])).toBe(true));
  it('async', async () => { await expect(Promise.resolve(sum([1, 2]))).resolves.toBe(3); });
  it('property', () => fc.assert(fc.property(fc.array(fc.integer()), (xs) => sum(xs) === expected(xs))));`;

/** Each answers wrongly, and tries to make the judge overlook it. */
const tampering: readonly (readonly [name: string, code: string])[] = [
  ['patches Array.prototype', 'try { Array.prototype.every = () => true; } catch {} export const sum = () => 0;'],
  [
    'patches Array.prototype by definition',
    "Reflect.defineProperty(Array.prototype, 'every', { value: () => true }); export const sum = () => 0;",
  ],
  ['patches Object.is', 'try { Object.is = () => true; } catch {} export const sum = () => 0;'],
  ['patches JSON', 'try { JSON.stringify = () => "x"; } catch {} export const sum = () => 0;'],
  [
    'replaces a global',
    'try { globalThis.JSON = { stringify: () => "x" }; globalThis.Object = { is: () => true }; } catch {} export const sum = () => 0;',
  ],
  [
    'patches promises',
    'try { Promise.prototype.then = function () { return this; }; } catch {} export const sum = () => 0;',
  ],
  [
    'adds to Object.prototype',
    'try { Object.prototype.asymmetricMatch = () => true; } catch {} export const sum = () => 0;',
  ],
  [
    'poisons iteration',
    'const p = Object.getPrototypeOf([][Symbol.iterator]()); try { p.next = () => ({ done: true }); } catch {} export const sum = () => 0;',
  ],
  [
    'poisons generators',
    'const p = Object.getPrototypeOf(function* () {}).prototype; try { p.next = () => ({ done: true }); } catch {} export const sum = () => 0;',
  ],
  [
    'poses as a matcher',
    "export const sum = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true });",
  ],
  [
    'throws a precondition',
    "export const sum = () => { throw { footprint: Symbol.for('fast-check/PreconditionFailure') }; };",
  ],
  [
    'throws a precondition symbol',
    "export const sum = () => { throw { [Symbol.for('fast-check/PreconditionFailure')]: true }; };",
  ],
  [
    'throws a skip',
    "export const sum = () => { throw Object.assign(new Error('skipped'), { code: 'VITEST_PENDING' }); };",
  ],
  [
    'finds the matchers by their symbols',
    `for (const key of ['$$jest-matchers-object', 'matchers-object', 'expect-global', 'asymmetric-matchers-object']) {
      const found = globalThis[Symbol.for(key)]; if (found) for (const name of Object.keys(found.matchers ?? found)) found[name] = () => {}; }
    export const sum = () => 0;`,
  ],
  [
    'replaces the globals of tests',
    'globalThis.expect = () => ({ toBe() {}, toEqual() {} }); globalThis.test = globalThis.it = () => {}; export const sum = () => 0;',
  ],
  [
    'looks for the host',
    'globalThis.__guest?.drive("run", ""); globalThis.__guest = { drive: () => "{}" }; export const sum = () => 0;',
  ],
  ['exits', 'export const sum = () => { globalThis.process?.exit(0); return 0; };'],
  [
    'reads the stack',
    `try { Error.prepareStackTrace = (_, frames) => frames; } catch {}
    export const sum = () => { const frames = new Error().stack; if (Array.isArray(frames)) for (const f of frames) f.getFunction()?.(); return 0; };`,
  ],
  [
    'reads its callers',
    "const callerOf = Function('return callerOf.caller'); export const sum = () => { try { return callerOf(); } catch { return 0; } };",
  ],
  ['returns a thenable that never settles', 'export const sum = () => ({ then() {} });'],
  [
    'is a number by coercion only',
    'export const sum = (xs) => ({ valueOf: () => 3, toJSON: () => 3, [Symbol.toPrimitive]: () => 3 });',
  ],
  [
    'fakes the time and the dice',
    'try { Date.now = () => 0; Math.random = () => 0; } catch {} export const sum = () => 0;',
  ],
  ['never returns to its tests', 'export const sum = () => new Promise(() => {});'],
];

test.each(tampering)('a wrong solution that %s is not accepted', async (_name, solution) => {
  const report = reportOf(await sandbox().submit(job({ solution, suite, language: 'js' })));
  if (report.kind !== 'ran') return;
  const passed = report.tests.filter((each) => each.outcome === 'passed').map((each) => each.name);
  expect(report.tests.filter((each) => each.outcome === 'failed').length).toBeGreaterThan(0);
  expect(report.tests.filter((each) => each.outcome === 'skipped')).toEqual([]);
  expect(passed).not.toContain('toEqual');
  expect(passed).not.toContain('property');
});

test('nothing of the harness is reachable by name', async () => {
  const known = `const known = new Set(Object.getOwnPropertyNames(globalThis)); export const found = [...known].filter((name) => /guest|vitest|expect|winnow|ivm/i.test(name));
    export const symbols = Object.getOwnPropertySymbols(globalThis).map(String).filter((name) => name !== 'Symbol(Symbol.toStringTag)');`;
  expect(await passes(sandbox(), known, 'expect([solution.found, solution.symbols]).toEqual([[], []]);')).toBe(true);
});

/** Code that freezing must not break: assigning what a frozen prototype also has. */
const honest: readonly (readonly [name: string, solution: string, body: string])[] = [
  [
    'an error class that names itself',
    "export class ParseError extends Error { constructor(m: string, public at = 0) { super(m); this.name = 'ParseError'; this.message = m + '!'; } }",
    "expect(() => { throw new solution.ParseError('x'); }).toThrow(solution.ParseError); expect(new solution.ParseError('x').name).toBe('ParseError'); expect(String(new solution.ParseError('x'))).toBe('ParseError: x!');",
  ],
  [
    'counting words like constructor',
    'export const count = (words: string[]) => { const seen: Record<string, number> = {}; for (const w of words) seen[w] = Object.hasOwn(seen, w) ? seen[w]! + 1 : 1; return seen; };',
    "expect(solution.count(['constructor', 'toString', 'constructor', 'x'])).toEqual({ constructor: 2, toString: 1, x: 1 });",
  ],
  [
    'assigning methods on objects and arrays',
    'export const make = () => { const o: any = {}; o.toString = () => "o"; o.valueOf = () => 1; o.hasOwnProperty = 2; const a: any = [1]; a.toString = () => "a"; return [o + "", `${a}`, o.hasOwnProperty]; };',
    "expect(solution.make()).toEqual(['1', 'a', 2]);",
  ],
  [
    'prototypes in the old style',
    'export function Old(this: any) { this.x = 1; } Old.prototype = Object.create(Object.prototype); Old.prototype.constructor = Old; Old.prototype.toString = function () { return "old"; };',
    "expect(String(new solution.Old())).toBe('old'); expect(new solution.Old().constructor).toBe(solution.Old);",
  ],
  [
    'subclasses of what is built in',
    'export class Stack<T> extends Array<T> { peek() { return this.at(-1); } } export class Counter extends Map<string, number> { add(k: string) { return this.set(k, (this.get(k) ?? 0) + 1); } toString() { return "counter"; } }',
    "const s = new solution.Stack(); s.push(1, 2); expect(s.peek()).toBe(2); expect(s.map((x) => x * 2)).toBeInstanceOf(solution.Stack); expect(new solution.Counter().add('a').get('a')).toBe(1);",
  ],
  [
    'dates, patterns, formats, clones and iterators',
    'export const all = () => [new Date(0).toISOString(), "a1b2".replace(/\\d/g, (d) => `<${d}>`), new Intl.NumberFormat().format(12345.6), structuredClone(new Map([[1, { a: [new Date(5)] }]])), [...new Set([3, 1]).values().map((x) => x + 1)], new Date().getTime() > 0, typeof Date()];',
    "expect(solution.all()).toEqual(['1970-01-01T00:00:00.000Z', 'a<1>b<2>', '12,345.6', new Map([[1, { a: [new Date(5)] }]]), [4, 2], true, 'string']);",
  ],
  [
    'generators, async iteration and disposal',
    'export function* count(n: number) { for (let i = 0; i < n; i++) yield i; } export async function total(it: AsyncIterable<number>) { let t = 0; for await (const x of it) t += x; return t; } export async function* later(n: number) { for (const x of count(n)) { await new Promise((r) => setTimeout(r, 1)); yield x; } }',
    'expect([...solution.count(3)]).toEqual([0, 1, 2]); expect(await solution.total(solution.later(4))).toBe(6);',
  ],
  [
    'functions that get properties, and errors with causes',
    'export function memo(f: any) { const m: any = (x: any) => (m.calls++, f(x)); m.calls = 0; m.toString = () => "memo"; return m; } export const wrap = () => new Error("outer", { cause: new TypeError("inner") });',
    "const m = solution.memo((x) => x); m(1); expect([m.calls, String(m)]).toEqual([1, 'memo']); expect(solution.wrap().cause).toBeInstanceOf(TypeError); Error.stackTraceLimit = 5;",
  ],
];

test.each(honest)('honest code still works: %s', async (_name, solution, body) => {
  expect(await passes(sandbox(), solution, body)).toBe(true);
});
