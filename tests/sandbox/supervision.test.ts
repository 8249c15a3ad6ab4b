import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSandbox } from '../../sandbox/index.ts';
import { job, outcomesOf, testsOf } from './harness.ts';

function isAlive(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const busy = `import { expect, test } from 'vitest';
  test('t', () => { let n = 0; for (let i = 0; i < 2e6; i++) n = (n * 31 + i) % 1000003; expect(n).toBeGreaterThan(-1); });`;

test('children killed from outside cost nothing but another try', async () => {
  await using sandbox = await openSandbox({ concurrency: 2 });
  let judged = 0;
  const all = Array.from({ length: 60 }, async (_, index) => {
    const outcome = await sandbox.submit(job({ suite: busy, seed: index }));
    if (++judged % 12 === 1) for (const pid of sandbox.pids()) process.kill(pid, 'SIGKILL');
    return outcome;
  });
  const outcomes = await Promise.all(all);
  expect(outcomes.map((outcome) => outcomesOf(outcome).join()).filter((line) => line !== 't: passed')).toEqual([]);
}, 60_000);

test('the innocent neighbours of a crash are judged', async () => {
  await using sandbox = await openSandbox({ concurrency: 1 });
  const crash = job({ solution: `export const x = ${'['.repeat(100_000)}` });
  const jobs = Array.from({ length: 8 }, (_, index) => (index === 3 ? crash : job({ seed: index })));
  const outcomes = await Promise.all(jobs.map((each) => sandbox.submit(each)));
  expect(outcomes.map((outcome) => outcome.ok && outcome.report.kind)).toEqual(
    jobs.map((each) => (each === crash ? 'stopped' : 'ran')),
  );
}, 60_000);

test('close leaves no process behind, not even one in a native loop, and answers what was under way', async () => {
  const sandbox = await openSandbox({ concurrency: 2 });
  testsOf(await sandbox.submit(job({})));
  const limits = { cpuMs: 60_000, memoryMb: 64, outputKb: 64 };
  const stuck = sandbox.submit(job({ solution: '[].indexOf.call({ length: 2 ** 53 - 1 }, 1);', limits }));
  await expect.poll(() => sandbox.pids().length, { timeout: 10_000 }).toBe(2);
  const pids = sandbox.pids();
  await sandbox.close();
  expect(await stuck).toMatchObject({ ok: false, fault: { code: 'closed' } });
  expect(pids.filter(isAlive)).toEqual([]);
}, 30_000);

test('a killed parent leaves no process behind, not even one in a native loop', async () => {
  const script = `
    const { openSandbox } = await import(${JSON.stringify(fileURLToPath(new URL('../../sandbox/index.ts', import.meta.url)))});
    const sandbox = await openSandbox({ concurrency: 1 });
    const limits = { cpuMs: 60_000, memoryMb: 64, outputKb: 64 };
    const job = { id: 'x', suite: '', language: 'js', seed: 1, limits };
    await sandbox.submit({ ...job, solution: '' });
    void sandbox.submit({ ...job, solution: '[].indexOf.call({ length: 2 ** 53 - 1 }, 1);' });
    setTimeout(() => console.log(sandbox.pids().join()), 200);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(parent.stdout, 'data')) as [Buffer];
  const pids = printed.toString().trim().split(',').map(Number);
  expect(pids.map(isAlive)).toEqual([true]);
  parent.kill('SIGKILL');
  await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([]);
}, 30_000);

test('a sandbox closes even before it has started, and refuses jobs afterwards', async () => {
  const sandbox = await openSandbox({ concurrency: 1 });
  await sandbox.close();
  expect(await sandbox.submit(job({}))).toMatchObject({ ok: false, fault: { code: 'closed' } });
}, 30_000);
