import { describe, expect, test } from 'vitest';
import type { Job, MutantReport } from '../../sandbox/index.ts';
import { job, reportOf, sharedSandbox } from './harness.ts';

const sandbox = sharedSandbox();

async function judged(parts: Partial<Job>): Promise<readonly MutantReport[] | undefined> {
  const report = reportOf(await sandbox().submit(job(parts)));
  if (report.kind !== 'ran') throw new Error(JSON.stringify(report));
  return report.mutants;
}

/** `id: outcome`, and which test killed it. */
async function outcomes(parts: Partial<Job>): Promise<readonly string[]> {
  const mutants = (await judged(parts)) ?? [];
  return mutants.map((one) => `${one.id}: ${one.outcome}${one.outcome === 'killed' ? ` by ${one.by}` : ''}`);
}

/** An expression with one mutant of it, written as the instrumenter writes it. */
function either(id: string, mutated: string, original: string): string {
  return `(stryMutAct_9fa48('${id}') ? ${mutated} : (stryCov_9fa48('${id}'), ${original}))`;
}

function suite(...tests: readonly (readonly [name: string, body: string])[]): string {
  const bodies = tests.map(([name, body]) => `test('${name}', async () => { ${body} });`);
  return `import { expect, test, vi } from 'vitest';\nimport fc from 'fast-check';\nimport * as s from './solution';\n${bodies.join('\n')}`;
}

describe('mutants', () => {
  const max = `export function max(a, b) {
  if (a === 99) return ${either('2', '0', '99')};
  return ${either('0', 'a <= b', 'a < b')} ? b : ${either('1', '0', 'a')};
}`;

  test('are killed by the first test that fails, survive, or are reached by none', async () => {
    const tests = suite(['less', 'expect(s.max(1, 2)).toBe(2)'], ['more', 'expect(s.max(2, 1)).toBe(2)']);
    const job: Partial<Job> = { solution: max, suite: tests, language: 'js', mutants: ['0', '1', '2'] };
    expect(await outcomes(job)).toEqual(['0: survived', '1: killed by more', '2: uncovered']);
    expect(await judged(job)).toEqual(await judged(job));
  });

  test('are run through all tests where all that kill them are wanted', async () => {
    const tests = suite(
      ['less', 'expect(s.max(1, 2)).toBe(2)'],
      ['more', 'expect(s.max(2, 1)).toBe(2)'],
      ['most', 'expect(s.max(9, 1)).toBe(9)'],
    );
    const job: Partial<Job> = { solution: max, suite: tests, language: 'js', mutants: ['0', '1', '2'], killers: 'all' };
    expect(await judged(job)).toEqual([
      { id: '0', outcome: 'survived' },
      { id: '1', outcome: 'killed', by: 'more', also: ['most'] },
      { id: '2', outcome: 'uncovered' },
    ]);
    expect((await judged({ ...job, killers: 'first' }))?.[1]).toEqual({ id: '1', outcome: 'killed', by: 'more' });
  });

  test('that end the realms last of all leave the results of the others as they are', async () => {
    const solution = `export function f(n) {
  ${either('0', 'n = 5', '0')};
  ${either('1', '(() => { for (;;); })()', '0')};
  return n;
}`;
    const job: Partial<Job> = { solution, suite: suite(['same', 'expect(s.f(3)).toBe(3)']), language: 'js' };
    expect(await outcomes({ ...job, mutants: ['0', '1'] })).toEqual(['0: killed by same', '1: stopped']);
  });

  test('that end the realms last of all do not hide that a suite cannot run twice', async () => {
    const solution = `export function f(n) { return n + ${either('0', '-0', '0')} + ${either('1', '(() => { for (;;); })()', '0')}; }`;
    const once = `let runs = 0;\n${suite(['once', 'runs++; expect([runs, s.f(3)]).toEqual([1, 3])'])}`;
    const job: Partial<Job> = { solution, suite: once, language: 'js', mutants: ['0', '1'] };
    expect(await outcomes(job)).toEqual(['0: survived', '1: stopped']);
  });

  test('are not judged where the solution itself fails', async () => {
    const tests = suite(['wrong', 'expect(s.max(1, 2)).toBe(1)']);
    expect(await judged({ solution: max, suite: tests, language: 'js', mutants: ['0'] })).toBeUndefined();
  });

  test('are killed by properties', async () => {
    const property =
      'fc.assert(fc.property(fc.nat(9), fc.nat(9), (a, b) => { expect(s.max(a, b)).toBe(Math.max(a, b)) }))';
    const job: Partial<Job> = { solution: max, suite: suite(['p', property]), language: 'js', mutants: ['0', '1'] };
    expect(await outcomes(job)).toEqual(['0: survived', '1: killed by p']);
  });

  test('that loop without end are stopped, and the others judged all the same', async () => {
    const solution = `export function count(n) {
  let i = 0;
  while (${either('0', 'i >= 0', 'i < n')}) { ${either('1', 'i--', 'i++')}; }
  ${either('2', 'spin()', '0')};
  return ${either('3', '-i', 'i')};
}
function spin() { for (;;); }`;
    const tests = suite(['counts', 'expect(s.count(3)).toBe(3)']);
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants: ['0', '1', '2', '3'] })).toEqual([
      '0: stopped',
      '1: stopped',
      '2: stopped',
      '3: killed by counts',
    ]);
  });

  test('that use up the memory, hang after an await or in a regular expression are stopped', async () => {
    const solution = `export async function get(n) {
  ${either('0', 'fill()', '0')};
  await null;
  ${either('1', 'spin()', '0')};
  ${either('2', '/^(a+)+$/.test("a".repeat(40) + "b")', '0')};
  return ${either('3', '-n', 'n')};
}
function fill() { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); }
function spin() { for (;;); }`;
    const tests = suite(['gets', 'expect(await s.get(3)).toBe(3)']);
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants: ['0', '1', '2', '3'] })).toEqual([
      '0: stopped',
      '1: stopped',
      '2: stopped',
      '3: killed by gets',
    ]);
  });

  test('of one place are reached together, and asked for at once', async () => {
    const solution = `export function one() {
  switch (stryActive_9fa48('place')) { case 'place:two': return 2; case 'place:same': return 1; }
  return 1;
}
export function other() { return stryActive_9fa48('far') === 'far:x' ? 1 : 0; }`;
    const tests = suite(['is one', 'expect(s.one()).toBe(1)']);
    const mutants = ['place:two', 'place:same', 'far:x'];
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants })).toEqual([
      'place:two: killed by is one',
      'place:same: survived',
      'far:x: uncovered',
    ]);
  });

  test('are there for hooks and nested suites, which end with the first failure', async () => {
    const solution = `export const f = () => { return ${either('0', '2', '1')}; };`;
    const tests = `import { beforeEach, describe, expect, test } from 'vitest';
import { f } from './solution';
let made = 0;
beforeEach(() => { made = f(); });
describe('outer', () => {
  describe('inner', () => test('made', () => expect(made).toBe(1)));
  test('later', () => { if (made !== 1) for (;;); });
});`;
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants: ['0'] })).toEqual([
      '0: killed by outer > inner > made',
    ]);
  });

  test('that only loading reaches are on from the start', async () => {
    const solution = `const table = ${either('0', '[]', '[1, 2]')};
const unused = ${either('1', '"a"', '"b"')};
if (${either('2', 'true', 'false')}) throw new Error('no');
export const at = ${either('3', '() => undefined', '(i) => table[i]')};`;
    const tests = suite(['first', 'expect(s.at(0)).toBe(1)']);
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants: ['0', '1', '2', '3'] })).toEqual([
      '0: killed by first',
      '1: survived',
      '2: killed by (load)',
      '3: killed by first',
    ]);
  });

  test('leave nothing behind that decides about others', async () => {
    const solution = `let offset = 0;
export function add(a, b) {
  ${either('0', 'offset++', 'offset')};
  return ${either('1', 'b + a', 'a + b')} + offset;
}
export const name = () => ${either('2', '"x"', '"y"')};`;
    const tests = suite(['adds', 'expect(s.add(1, 2)).toBe(3)'], ['names', 'expect(s.name()).toBe("y")']);
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants: ['0', '1', '2'] })).toEqual([
      '0: killed by adds',
      '1: survived',
      '2: killed by names',
    ]);
  });

  test('for which there is no time are left, and as many before them as keep the number a power of two', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => String(at));
    const places = ids.map((id) => either(id, '0', '1')).join(' + ');
    const solution = `export function f() { return [${places}].length; }`;
    const busy = 'let x = 0; for (let i = 0; i < 3e7; i++) x += i % 7; expect(s.f() + x * 0).toBe(1)';
    const limits = { cpuMs: 400, memoryMb: 64, outputKb: 64 };
    const mutants =
      (await judged({ solution, suite: suite(['is busy', busy]), language: 'js', mutants: ids, limits })) ?? [];
    const count = mutants.filter(({ outcome }) => outcome === 'survived').length;
    expect(mutants.slice(count).every(({ outcome }) => outcome === 'unjudged')).toBe(true);
    expect([1, 2, 4, 8, 16]).toContain(count);
  });

  test('are judged in fresh realms where a suite cannot run twice', async () => {
    const solution = `let calls = 0;
export const next = () => ${either('0', '--calls', '++calls')};
export const zero = () => ${either('1', '-0 + 0', '0')};`;
    const tests = suite(['counts', 'expect(s.next()).toBe(1); expect(s.zero()).toBe(0)']);
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants: ['0', '1'] })).toEqual([
      '0: killed by counts',
      '1: survived',
    ]);
  });

  test('find fake timers, mocks, randomness and time as the first run did', async () => {
    const solution = `export const draw = () => ${either('0', 'Math.random() + 1', 'Math.random()')};
export const later = (f) => setTimeout(f, ${either('1', '20', '10')});
export const call = (f) => f(${either('2', '2', '1')});`;
    const tests = suite(
      ['draws', 'globalThis.first ??= s.draw(); const again = s.draw(); expect(again).toBeLessThan(1)'],
      [
        'waits',
        'vi.useFakeTimers(); const f = vi.fn(); s.later(f); vi.advanceTimersByTime(10); expect(f).toHaveBeenCalledTimes(1); vi.useRealTimers()',
      ],
      ['calls', 'const f = vi.fn(); s.call(f); expect(f.mock.calls).toEqual([[1]])'],
    );
    expect(await outcomes({ solution, suite: tests, language: 'js', mutants: ['1', '0', '2'] })).toEqual([
      '1: killed by waits',
      '0: killed by draws',
      '2: killed by calls',
    ]);
  });

  test('are judged by scripts, evaluated anew for each', async () => {
    const mutants = ['0', '1', '2'];
    const killed = ['0: survived', '1: killed by (script)', '2: uncovered'];
    const script = 'const x = max(2, 1);\nconsole.assert(x === 2); console.assert(max(1, 2) === 2);';
    const solution = max.replace('export ', '');
    expect(await outcomes({ solution, suite: script, style: 'console.assert', language: 'js', mutants })).toEqual(
      killed,
    );
    const throwing = 'if (max(2, 1) !== 2) throw new Error("no");';
    expect(await outcomes({ solution, suite: throwing, style: 'throw', language: 'js', mutants })).toEqual(killed);
    const module = "import assert from 'node:assert';\nimport { max } from './solution';\nassert.equal(max(2, 1), 2);";
    expect(await outcomes({ solution: max, suite: module, style: 'assert', language: 'js', mutants })).toEqual(killed);
  });

  test('that break a class are killed in TypeScript', async () => {
    const solution = `export class Stack<T> {
  private items: T[] = [];
  push(item: T): this { if (stryMutAct_9fa48('0')) {} else { stryCov_9fa48('0'); this.items.push(item); } return this; }
  get size(): number { return ${either('1', 'this.items.length + 1', 'this.items.length')}; }
}`;
    const tests = suite(['grows', 'expect(new s.Stack<number>().push(1).size).toBe(1)']);
    expect(await outcomes({ solution, suite: tests, mutants: ['0', '1'] })).toEqual([
      '0: killed by grows',
      '1: killed by grows',
    ]);
  });
});
