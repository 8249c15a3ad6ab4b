import { expect, test } from 'vitest';
import { job, outcomesOf, sharedSandbox, testsOf } from './harness.ts';

const sandbox = sharedSandbox();

async function run(body: string, solution = 'export const answer = 42;') {
  const head = `import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import * as solution from './solution';`;
  return sandbox().submit(job({ solution, suite: `${head}\n${body}` }));
}

test('a test that fails says why, as vitest prints it', async () => {
  const [report] = testsOf(await run("test('t', () => expect([1, { a: 2 }]).toEqual([1, { a: 3 }]));"));
  expect(report?.outcome).toBe('failed');
  expect(report?.message).toContain('AssertionError: expected [ 1, { a: 2 } ] to deeply equal [ 1, { a: 3 } ]');
  expect(report?.message).toContain('-     "a": 3,\n+     "a": 2,');
});

test('skip, only, todo, fails and nested names', async () => {
  const outcome = await run(`
    describe('a', () => {
      test.skip('skipped', () => { throw 1; });
      test.todo('later');
      test.fails('fails', () => expect(1).toBe(2));
      test.fails('does not fail', () => {});
      describe.skip('b', () => { test('inner', () => { throw 1; }); });
      test('skips itself', (context) => { context.skip(); });
    });`);
  expect(outcomesOf(outcome)).toEqual([
    'a > skipped: skipped',
    'a > later: skipped',
    'a > fails: passed',
    'a > does not fail: failed',
    'a > b > inner: skipped',
    'a > skips itself: skipped',
  ]);
  const only = await run("test('a', () => {}); test.only('b', () => {}); describe('c', () => { it('d', () => {}); });");
  expect(outcomesOf(only)).toEqual(['a: skipped', 'b: passed', 'c > d: skipped']);
});

test('tables name their cases', async () => {
  const outcome = await run(`
    test.each([[1, 2, 3], [2, 3, 5]])('%i + %i is %s', (a, b, c) => expect(a + b).toBe(c));
    test.each([{ a: 1, b: { c: 'x' } }])('$a and $b.c, #%#', ({ a }) => expect(a).toBe(1));
    test.each\`a | b
      \${1} | \${1}
      \${2} | \${3}\`('$a is $b', ({ a, b }) => expect(a).toBe(b));
    test.for([[1, 2]])('for %i', ([a, b]) => expect(a).toBe(b - 1));
    describe.each(['x', 'y'])('in %s', (name) => { test('has a name', () => expect(name).toHaveLength(1)); });`);
  expect(outcomesOf(outcome)).toEqual([
    '1 + 2 is 3: passed',
    '2 + 3 is 5: passed',
    '1 and x, #0: passed',
    '1 is 1: passed',
    '2 is 3: failed',
    'for 1: passed',
    'in x > has a name: passed',
    'in y > has a name: passed',
  ]);
});

test('hooks run from the outside in and back, and their clean-ups too', async () => {
  const outcome = await run(`
    const log = [];
    beforeAll(() => { log.push('all'); return () => log.push('never seen'); });
    beforeEach(() => { log.push('outer'); return () => log.push('outer clean'); });
    describe('d', () => {
      beforeEach(() => { log.push('inner'); });
      afterEach(() => { log.push('inner after'); });
      test('first', () => { log.push('first'); });
      test('order', () => expect(log.join()).toBe('all,outer,inner,first,inner after,outer clean,outer,inner'));
    });
    describe('broken', () => { beforeAll(() => { throw new Error('no'); }); test('t', () => {}); });`);
  expect(outcomesOf(outcome)).toEqual(['d > first: passed', 'd > order: passed', 'broken > t: failed']);
});

test('time is virtual: waiting costs nothing, and what never ends fails', async () => {
  const outcome = await run(`
    test('waits', async () => {
      const before = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      expect(Date.now() - before).toBe(3000);
    });
    test('never', async () => { await new Promise(() => {}); });
    test('too slow', async () => { await new Promise((resolve) => setTimeout(resolve, 30)); }, 20);
    test('intervals', async () => {
      let count = 0;
      await new Promise((resolve) => { const id = setInterval(() => { if (++count === 3) { clearInterval(id); resolve(); } }, 10); });
      expect(count).toBe(3);
    });
    test('the date is fixed', () => expect(new Date().getUTCFullYear()).toBe(2025));
    test('the zone is UTC', () => expect(new Date(0).getTimezoneOffset() + Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('0UTC'));
    test('busy waiting ends', () => { const end = performance.now() + 2; while (performance.now() < end); });`);
  expect(outcomesOf(outcome).filter((line) => line.endsWith('failed'))).toEqual(['never: failed', 'too slow: failed']);
  expect(testsOf(outcome)[1]?.message).toBe('TestTimeoutError: Test timed out in 5000ms.');
});

test('vi spies, and drives the time', async () => {
  const outcome = await run(`
    test('fn', () => { const f = vi.fn((x) => x + 1); expect(f(1)).toBe(2); expect(f).toHaveBeenCalledExactlyOnceWith(1); });
    test('spyOn', () => {
      const spy = vi.spyOn(console, 'log').mockImplementation(() => {});
      console.log('seen');
      expect(spy).toHaveBeenCalledWith('seen');
      vi.spyOn(Math, 'random').mockReturnValue(0.25);
      expect(Math.random()).toBe(0.25);
      vi.restoreAllMocks();
      expect(Math.random()).not.toBe(0.25);
    });
    test('fake timers', async () => {
      vi.useFakeTimers();
      vi.setSystemTime(new Date('2020-02-02T00:00:00Z'));
      const f = vi.fn();
      setTimeout(f, 1000);
      vi.advanceTimersByTime(999);
      expect(f).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(f).toHaveBeenCalledOnce();
      expect(new Date().toISOString()).toBe('2020-02-02T00:00:01.000Z');
      setInterval(f, 10);
      vi.advanceTimersToNextTimer();
      expect(f).toHaveBeenCalledTimes(2);
      vi.useRealTimers();
    });`);
  expect(testsOf(outcome).filter((report) => report.outcome !== 'passed')).toEqual([]);
});

test('assertions are counted, and soft ones gathered', async () => {
  const outcome = await run(`
    test('too few', () => { expect.assertions(2); expect(1).toBe(1); });
    test('none', () => { expect.hasAssertions(); });
    test('soft', () => { expect.soft(1).toBe(2); expect(1).toBe(1); });
    test('rejects', async () => { await expect(Promise.reject(new Error('no'))).rejects.toThrow('no'); });
    test('resolves wrongly', async () => { await expect(Promise.resolve(1)).resolves.toBe(2); });`);
  expect(outcomesOf(outcome)).toEqual([
    'too few: failed',
    'none: failed',
    'soft: failed',
    'rejects: passed',
    'resolves wrongly: failed',
  ]);
});

test('an error that nothing catches fails the run, and the other tests are still told', async () => {
  const outcome = await run(`
    test('rejects behind the scenes', async () => { Promise.reject(new Error('late')); await undefined; });
    test('throws in a timer', async () => { setTimeout(() => { throw new Error('timer'); }, 1); await new Promise((r) => setTimeout(r, 5)); });
    test('fine', () => {});`);
  expect(testsOf(outcome).map(({ name, outcome: is, message }) => [name, is, message])).toEqual([
    ['rejects behind the scenes', 'passed', undefined],
    ['throws in a timer', 'passed', undefined],
    ['fine', 'passed', undefined],
    ['(uncaught error)', 'failed', 'Error: late'],
    ['(uncaught error)', 'failed', 'Error: timer'],
  ]);
});

test('the same job gives the same report, byte for byte', async () => {
  const suite = `import { expect, test } from 'vitest'; import fc from 'fast-check';
    test('p', () => fc.assert(fc.property(fc.array(fc.double()), (xs) => xs.length < 5)));
    test('r', () => expect([Math.random(), Date.now(), performance.now()]).toBe(0));`;
  const [first, second] = await Promise.all([1, 2].map(() => sandbox().submit(job({ suite }))));
  expect(first?.ok && JSON.stringify(first.report)).toBe(second?.ok && JSON.stringify(second.report));
  const other = await sandbox().submit(job({ suite, seed: 2 }));
  expect(other.ok && JSON.stringify(other.report)).not.toBe(first?.ok && JSON.stringify(first.report));
});
