import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { job, outcomesOf, sharedSandbox, testsOf } from './harness.ts';

const sandbox = sharedSandbox();
const head = `import { expect, test as plain } from 'vitest'; import fc from 'fast-check'; import { test } from '@fast-check/vitest';`;

test('a broken property reports its smallest counterexample, with a seed and path that replay it', async () => {
  const suite = `${head} plain('small', () => fc.assert(fc.property(fc.integer({ min: 0 }), fc.string(), (n) => { expect(n).toBeLessThan(10); })));`;
  const [report] = testsOf(await sandbox().submit(job({ suite, seed: 99 })));
  expect(report?.counterexample).toMatchObject({ values: '[10,""]', seed: 99 });
  expect(report?.message).toContain('Counterexample: [10,""]');
  expect(report?.message).toContain('expected 10 to be less than 10');
  const { seed, path } = report?.counterexample ?? { seed: 0, path: '' };
  const replay = fc.check(
    fc.property(fc.integer({ min: 0 }), fc.string(), (n, _text) => n < 10),
    { seed, path, endOnFailure: true },
  );
  expect(replay.counterexample).toEqual([10, '']);
});

test('test.prop takes lists and records, and asynchronous properties', async () => {
  const suite = `${head}
    test.prop([fc.integer(), fc.integer()])('commutes', (a, b) => a + b === b + a);
    test.prop({ a: fc.integer(), b: fc.nat() })('is false', ({ a, b }) => a < b);
    test.prop([fc.nat()], { numRuns: 3 })('is async', async (n) => { await undefined; expect(n).toBeGreaterThanOrEqual(0); });
    test.skip.prop([fc.nat()])('is skipped', () => false);
    test('draws', ({ g }) => { expect(g(fc.constant, 3)).toBe(3); });
    plain('async', () => fc.assert(fc.asyncProperty(fc.nat(), async (n) => { await new Promise((r) => setTimeout(r, 1)); return n < 5; })));`;
  const outcome = await sandbox().submit(job({ suite, seed: 7 }));
  expect(outcomesOf(outcome)).toEqual([
    'commutes (with seed=7): passed',
    'is false (with seed=7): failed',
    'is async (with seed=7): passed',
    'is skipped (with seed=7): skipped',
    'draws: passed',
    'async: failed',
  ]);
  expect(testsOf(outcome)[1]?.counterexample?.values).toBe('[{"a":0,"b":0}]');
  expect(testsOf(outcome)[5]?.counterexample?.values).toBe('[5]');
});

test('preconditions of the suite skip runs, and a suite may bring its own seed', async () => {
  const suite = `${head}
    plain('pre', () => fc.assert(fc.property(fc.nat(), (n) => { fc.pre(n % 2 === 0); return n % 2 === 0; })));
    plain('seeded', () => fc.assert(fc.property(fc.nat(), () => false), { seed: 5 }));`;
  const [pre, seeded] = testsOf(await sandbox().submit(job({ suite })));
  expect(pre?.outcome).toBe('passed');
  expect(seeded?.counterexample?.seed).toBe(5);
});
