import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { meterOf, usageFrom } from '../../../../sandbox/pool/proc.ts';

const stat = (name: string, state: string): string =>
  `7 (${name}) ${state} 1 7 7 0 -1 4194304 1 2 3 4 250 50 0 0 20 0 11 0 900 1000 2000`;

test('figures are read after the name, whatever the name is', () => {
  const statm = '90000 25600 9000 20 0 30000 0';
  expect(usageFrom(stat('node', 'R'), statm)).toEqual({ cpuMs: 3000, residentMb: 100, isStopped: false });
  expect(usageFrom(stat(') T (', 'S'), statm)).toEqual({ cpuMs: 3000, residentMb: 100, isStopped: false });
  expect(usageFrom(stat('node', 'T'), statm).isStopped).toBe(true);
});

test('a meter follows a process to its end', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  const meter = meterOf(child.pid ?? 0);
  expect(meter.read()?.residentMb).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(meter.read()).toBeUndefined();
  meter.close();
  expect(meter.read()).toBeUndefined();
});

test('there is nothing to read of a process that is not there', () => {
  expect(meterOf(2 ** 30).read()).toBeUndefined();
});
