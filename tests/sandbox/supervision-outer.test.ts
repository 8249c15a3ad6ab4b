import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '../../sandbox/index.ts';
import { findBwrap } from '../../sandbox/pool/bwrap.ts';
import { job, outcomesOf, reportOf } from './harness.ts';

function hasBwrap(): boolean {
  try {
    return findBwrap() !== '';
  } catch {
    return false;
  }
}

test.skipIf(hasBwrap())('an outer layer that is not installed is missed before anything starts', async () => {
  await expect(openSandbox({ outer: 'bwrap' })).rejects.toThrow('install bubblewrap');
});

describe.skipIf(!hasBwrap())('in bubblewrap', () => {
  test('children judge in namespaces of their own, and nothing is left of them', async () => {
    const sandbox = await openSandbox({ concurrency: 1, outer: 'bwrap' });
    expect(outcomesOf(await sandbox.submit(job({})))).toEqual(['one: passed']);
    const [pid = 0] = sandbox.pids();
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^NSpid:\t\d+\t1$/m);
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^CapEff:\t0+$/m);
    expect(
      readFileSync(`/proc/${pid}/net/dev`, 'utf8')
        .trim()
        .split('\n')
        .slice(2)
        .map((line) => line.trim().split(':')[0]),
    ).toEqual(['lo']);
    await sandbox.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  }, 30_000);

  test('the limits hold there too, and a killed child is replaced', async () => {
    await using sandbox = await openSandbox({ concurrency: 1, outer: 'bwrap' });
    const limits = { cpuMs: 200, memoryMb: 64, outputKb: 64 };
    const reports = [
      '[].indexOf.call({ length: 2 ** 53 - 1 }, 1);',
      'Array.from({ length: 1e9 });',
      `export const x = ${'['.repeat(100_000)}`,
    ].map(async (solution) => reportOf(await sandbox.submit(job({ solution, limits }))));
    expect(await Promise.all(reports)).toMatchObject([
      { kind: 'stopped', limit: 'cpu' },
      { kind: 'stopped' },
      { kind: 'stopped', limit: 'crash' },
    ]);
    for (const pid of sandbox.pids()) process.kill(pid, 'SIGKILL');
    expect(outcomesOf(await sandbox.submit(job({})))).toEqual(['one: passed']);
  }, 30_000);
});
