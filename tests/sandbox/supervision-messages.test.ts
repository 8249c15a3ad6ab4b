import { expect, test } from 'vitest';
import { job, outcomesOf, reportOf, sharedSandbox, testsOf } from './harness.ts';

const sandbox = sharedSandbox();

test('a source of a megabyte reaches the child, which refuses it', async () => {
  const solution = `export const text = '${'ü'.repeat(1024 * 1024)}';`;
  expect(reportOf(await sandbox().submit(job({ solution })))).toMatchObject({ kind: 'malformed', side: 'solution' });
});

test('long sources in numbers are judged', async () => {
  const solution = `export const text = '${'ü'.repeat(200_000)}';`;
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, seed) => sandbox().submit(job({ solution, seed }))),
  );
  expect(outcomes.map((outcome) => outcomesOf(outcome).join())).toEqual(outcomes.map(() => 'one: passed'));
});

test('a report of a megabyte comes back whole', async () => {
  const suite = "import { test } from 'vitest'; for (let i = 0; i < 3000; i++) test(i + 'é'.repeat(300), () => {});";
  const limits = { cpuMs: 10_000, memoryMb: 128, outputKb: 4096 };
  const tests = testsOf(await sandbox().submit(job({ suite, limits })));
  expect(tests).toHaveLength(3000);
  expect(tests[2999]?.name).toBe(`2999${'é'.repeat(300)}`);
}, 30_000);
