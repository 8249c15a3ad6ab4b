import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSandbox } from '../../sandbox/index.ts';
import { job, outcomesOf } from './harness.ts';

test('closing during work answers every job, once closed or twice', async () => {
  const sandbox = await openSandbox({ concurrency: 2 });
  const jobs = Array.from({ length: 200 }, (_, seed) => sandbox.submit(job({ seed })));
  outcomesOf(await Promise.race(jobs));
  await Promise.all([sandbox.close(), sandbox.close()]);
  await sandbox.close();
  const outcomes = await Promise.all(jobs);
  const codes = outcomes.map((outcome) => (outcome.ok ? 'judged' : outcome.fault.code));
  expect(new Set(codes)).toEqual(new Set(['judged', 'closed']));
  expect(sandbox.pids()).toEqual([]);
  expect(await sandbox.submit(job({}))).toMatchObject({ ok: false, fault: { code: 'closed' } });
}, 30_000);

test('a sandbox that has nothing to do keeps no process alive', async () => {
  const index = JSON.stringify(fileURLToPath(new URL('../../sandbox/index.ts', import.meta.url)));
  const script = `
    const { openSandbox } = await import(${index});
    const sandbox = await openSandbox({ concurrency: 1 });
    const limits = { cpuMs: 1000, memoryMb: 64, outputKb: 64 };
    const outcome = await sandbox.submit({ id: 'x', solution: '', suite: '', language: 'js', seed: 1, limits });
    process.stdout.write(String(outcome.ok));`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(parent.stdout), once(parent, 'exit')]);
  expect([printed, code]).toEqual(['true', 0]);
}, 30_000);
