/** Suites in jest's words, which the differential test cannot run: jest's mocks, clock and globals are not vitest's. */
import { expect, test } from 'vitest';
import { job, outcomesOf, sharedSandbox, testsOf } from './harness.ts';

const sandbox = sharedSandbox();

const solution = `
export const later = (ms, callback) => setTimeout(callback, ms);
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const call = (f, ...args) => f(...args);
export const make = (K, ...args) => new K(...args);
export const config = { mode: 'plain', get secret() { return 1; }, run() { return this.mode; } };`;

async function run(body: string) {
  const suite = `const { later, sleep, call, make, config } = require('./solution');\n${body}`;
  return sandbox().submit(job({ solution, suite, style: 'jest', language: 'js' }));
}

/** Names of the tests that did not pass, with the reason. */
async function failuresOf(body: string): Promise<string[]> {
  const tests = testsOf(await run(body));
  return tests.filter(({ outcome }) => outcome !== 'passed').map(({ name, message }) => `${name}: ${message}`);
}

test('done ends tests and hooks, and fails them when it is told why', async () => {
  const outcome = await run(`
    let ready = false;
    beforeAll((done) => { setTimeout(() => { ready = true; done(); }, 10); });
    test('waits for the hook', () => expect(ready).toBe(true));
    test('waits for done', (done) => { later(5, () => { expect(1).toBe(1); done(); }); });
    test('fails by done', (done) => { later(5, () => done(new Error('told'))); });
    test('fails by done.fail', (done) => { later(5, () => done.fail('so')); });
    test('never done', (done) => {}, 50);
    test('done and a promise', async (done) => { done(); });
    test.each([[1, 2], [3, 3]])('%i of %p with done', (a, b, done) => { later(1, () => done(a === b ? undefined : new Error('no'))); });`);
  expect(outcomesOf(outcome)).toEqual([
    'waits for the hook: passed',
    'waits for done: passed',
    'fails by done: failed',
    'fails by done.fail: failed',
    'never done: failed',
    'done and a promise: failed',
    '1 of 2 with done: failed',
    '3 of 3 with done: passed',
  ]);
  expect(testsOf(outcome).map(({ message }) => message)).toEqual(
    expect.arrayContaining(['Error: told', 'TestTimeoutError: Test timed out in 50ms.']),
  );
});

test('the globals and their short forms', async () => {
  const outcome = await run(`
    xit('a', () => { throw 1; });
    xtest('b', () => { throw 1; });
    xdescribe('c', () => { it('inside', () => { throw 1; }); });
    test.failing('d', () => { throw 1; });
    test.failing('e', () => {});
    test.todo('f');
    test.concurrent('g', async () => { await sleep(1); });
    it.each\`x | y
      \${1} | \${1}\`('h $x', ({ x, y }) => expect(x).toBe(y));
    describe.each([1, 2])('i %i', (n) => { it('is small', () => expect(n).toBeLessThan(2)); });
    it.skip.each([1])('j %i', () => { throw 1; });`);
  expect(outcomesOf(outcome)).toEqual([
    'a: skipped',
    'b: skipped',
    'c > inside: skipped',
    'd: passed',
    'e: failed',
    'f: skipped',
    'g: passed',
    'h 1: passed',
    'i 1 > is small: passed',
    'i 2 > is small: failed',
    'j 1: skipped',
  ]);
  const only = await run("fit('a', () => {}); it('b', () => {}); fdescribe('c', () => { it('d', () => {}); });");
  expect(outcomesOf(only)).toEqual(['a: passed', 'b: skipped', 'c > d: passed']);
});

test('where a beforeAll fails, so do the tests, and afterAll runs all the same', async () => {
  const outcome = await run(`
    let cleaned = false;
    describe('broken', () => {
      beforeAll(() => { throw new Error('no'); });
      afterAll(() => { cleaned = true; });
      test('one', () => {});
    });
    test('cleaned', () => expect(cleaned).toBe(true));`);
  expect(outcomesOf(outcome)).toEqual(['broken > one: failed', 'cleaned: passed']);
});

test('mocks can be called with new, and are empty after a reset', async () => {
  const failures = await failuresOf(`
    test('an arrow function with new', () => {
      const K = jest.fn(() => ({ a: 1 }));
      expect(make(K)).toEqual({ a: 1 });
      expect(make(jest.fn().mockReturnValue({ b: 2 }))).toEqual({ b: 2 });
      expect(make(jest.fn().mockImplementation(function () { this.c = 3; }))).toEqual({ c: 3 });
    });
    test('reset', () => {
      const f = jest.fn(() => 1).mockReturnValue(2);
      expect(call(f)).toBe(2);
      f.mockReset();
      expect(f).not.toHaveBeenCalled();
      expect(call(f)).toBeUndefined();
      expect(f.getMockImplementation()).toBeUndefined();
      expect(f.mockReturnValueOnce(5)()).toBe(5);
    });
    test('reset all empties spies too', () => {
      const f = jest.fn(() => 1);
      const spy = jest.spyOn(config, 'run');
      expect(config.run()).toBe('plain');
      jest.resetAllMocks();
      expect(f()).toBeUndefined();
      expect(config.run()).toBeUndefined();
      spy.mockRestore();
      expect(config.run()).toBe('plain');
    });
    test('clear', () => { const f = jest.fn(() => 1); f(); jest.clearAllMocks(); expect(f.mock.calls).toEqual([]); expect(f()).toBe(1); });
    test('restore all leaves jest.fn alone', () => {
      const f = jest.fn(() => 1);
      f();
      const spy = jest.spyOn(config, 'run').mockReturnValue('spied');
      jest.spyOn(config, 'secret', 'get').mockReturnValue(2);
      jest.replaceProperty(config, 'mode', 'replaced');
      expect([config.run(), config.secret, config.mode]).toEqual(['spied', 2, 'replaced']);
      jest.restoreAllMocks();
      expect([config.run(), config.secret, config.mode]).toEqual(['plain', 1, 'plain']);
      expect(f).toHaveBeenCalledTimes(1);
      expect(f()).toBe(1);
    });
    test('replaceProperty refuses functions and what is not there', () => {
      expect(() => jest.replaceProperty(config, 'run', 1)).toThrow('is a function');
      expect(() => jest.replaceProperty(config, 'none', 1)).toThrow('does not exist');
      const replaced = jest.replaceProperty(config, 'mode', 'x');
      expect(replaced.replaceValue('y')).toBe(replaced);
      expect(config.mode).toBe('y');
      replaced.restore();
      expect(config.mode).toBe('plain');
    });
    test('names', () => {
      expect(jest.fn().getMockName()).toBe('jest.fn()');
      expect(jest.fn().mockName('mine').getMockName()).toBe('mine');
      expect(jest.isMockFunction(jest.fn())).toBe(true);
      expect(jest.fn((a, b) => a + b)).toHaveLength(2);
      const original = () => 1;
      expect(jest.fn(original).getMockImplementation()).toBe(original);
    });
    test('once, in order, with promises', async () => {
      const f = jest.fn().mockResolvedValueOnce(1).mockRejectedValueOnce(new Error('two')).mockResolvedValue(3);
      expect(await f()).toBe(1);
      await expect(f()).rejects.toThrow('two');
      expect(await f()).toBe(3);
      expect(f.mock.results).toHaveLength(3);
    });`);
  expect(failures).toEqual([]);
});

test('fake timers', async () => {
  const failures = await failuresOf(`
    afterEach(() => { jest.useRealTimers(); });
    test('advance, with the date', () => {
      jest.useFakeTimers({ now: new Date('2020-02-02T00:00:00Z') });
      const f = jest.fn();
      later(1000, f);
      expect(jest.advanceTimersByTime(999)).toBe(jest);
      expect(f).not.toHaveBeenCalled();
      jest.advanceTimersByTime(1);
      expect(f).toHaveBeenCalledTimes(1);
      expect(new Date().toISOString()).toBe('2020-02-02T00:00:01.000Z');
      expect(jest.now()).toBe(Date.now());
      expect(jest.getRealSystemTime()).toBeGreaterThan(Date.now());
    });
    test('all, pending and next', () => {
      jest.useFakeTimers();
      const log = [];
      later(10, () => { log.push('a'); later(10, () => log.push('c')); });
      later(15, () => log.push('b'));
      jest.runOnlyPendingTimers();
      expect(log).toEqual(['a', 'b']);
      expect(jest.getTimerCount()).toBe(1);
      jest.runAllTimers();
      expect(log).toEqual(['a', 'b', 'c']);
      later(1, () => log.push(1)); later(2, () => log.push(2)); later(3, () => log.push(3));
      jest.advanceTimersToNextTimer(2);
      expect(log.slice(3)).toEqual([1, 2]);
      jest.clearAllTimers();
      expect(jest.getTimerCount()).toBe(0);
    });
    test('async', async () => {
      jest.useFakeTimers();
      const log = [];
      const chain = (async () => { for (const n of [1, 2, 3]) { await sleep(100); log.push(n); } })();
      await jest.advanceTimersByTimeAsync(200);
      expect(log).toEqual([1, 2]);
      await jest.runAllTimersAsync();
      await chain;
      expect(log).toEqual([1, 2, 3]);
    });
    test('not the date', async () => {
      jest.useFakeTimers({ doNotFake: ['Date'] });
      const before = Date.now();
      jest.advanceTimersByTime(5000);
      expect(Date.now() - before).toBeLessThan(10);
    });
    test('with the time going on', async () => {
      jest.useFakeTimers({ advanceTimers: true });
      await sleep(100);
    });
    test('the old ones are mocks', () => {
      jest.useFakeTimers({ legacyFakeTimers: true });
      const f = () => undefined;
      setTimeout(f, 1000);
      expect(setTimeout).toHaveBeenCalledTimes(1);
      expect(setTimeout).toHaveBeenLastCalledWith(f, 1000);
      jest.runAllTimers();
    });
    test('set the time', () => {
      jest.useFakeTimers().setSystemTime(new Date('1999-12-31'));
      expect(new Date().getUTCFullYear()).toBe(1999);
    });
    test('a limit', () => {
      jest.useFakeTimers({ timerLimit: 10 });
      setInterval(() => {}, 1);
      expect(() => jest.runAllTimers()).toThrow('Aborting after running 10 timers, assuming an infinite loop!');
    });`);
  expect(failures).toEqual([]);
});

test('timeouts and retries for all tests, and what is refused', async () => {
  const outcome = await run(`
    jest.setTimeout(100);
    jest.retryTimes(1);
    let tries = 0;
    test('too slow', async () => { await sleep(200); });
    test('the second try', () => { expect(++tries).toBe(2); });
    test('modules are not replaced', () => { jest.mock('./solution'); });`);
  expect(testsOf(outcome).map(({ outcome: is, message }) => [is, message?.split('\n')[0]])).toEqual([
    ['failed', 'TestTimeoutError: Test timed out in 100ms.'],
    ['passed', undefined],
    ['failed', 'Error: jest.mock is not offered here: a suite tests one module'],
  ]);
});

test('@jest/globals is the same', async () => {
  const suite = `import { describe, expect, it, jest } from '@jest/globals';
    import { call } from './solution';
    describe('d', () => { it('calls', (done) => { const f = jest.fn(() => 1); expect(call(f)).toBe(1); done(); }); });`;
  const outcome = await sandbox().submit(job({ solution, suite, language: 'js' }));
  expect(outcomesOf(outcome)).toEqual(['d > calls: passed']);
});
