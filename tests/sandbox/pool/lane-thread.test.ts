import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Dispatcher } from '../../../sandbox/pool/dispatcher.ts';
import { openLaneThread } from '../../../sandbox/pool/lane-thread.ts';
import type { Launch } from '../../../sandbox/pool/launch.ts';
import { meterOf } from '../../../sandbox/pool/proc.ts';
import { job } from '../harness.ts';
import { fakeLaunch, judgingScript } from './fake-child.ts';

const lanes = 2;
const pids = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * lanes);
/** Takes a moment for each job, so that there is something under way to be lost. */
const slow = fakeLaunch(judgingScript('for (const until = Date.now() + 3 * jobs.length; Date.now() < until;);'));
function cpuMsOf(pid: number): number {
  const meter = meterOf(pid);
  const { cpuMs = 0 } = meter.read() ?? {};
  meter.close();
  return cpuMs;
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** A dispatcher whose lanes start children so, and the thread of each lane. */
function setup(count: number, launch: Launch): { readonly dispatcher: Dispatcher; readonly threads: Worker[] } {
  const threads: Worker[] = [];
  const dispatcher = new Dispatcher({
    lanes: count,
    open: (slot, events) => {
      const data = { pids, slot, launches: [launch], packages: {} } as const;
      return openLaneThread(data, events, (thread) => void (threads[slot] = thread));
    },
  });
  return { dispatcher, threads };
}

test('threads that end during work take nothing along: their jobs are judged and their children end', async () => {
  const { dispatcher, threads } = setup(lanes, slow);
  const seen = new Set<number>();
  let judged = 0;
  const outcomes = await Promise.all(
    Array.from({ length: 120 }, async (_, seed) => {
      const outcome = await dispatcher.submit(job({ seed }));
      for (const pid of new Int32Array(pids)) seen.add(pid);
      if (++judged === 10 || judged === 60) await threads[judged % lanes]?.terminate();
      return outcome;
    }),
  );
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([]);
  await dispatcher.close();
  expect(seen.size).toBeGreaterThan(lanes);
  await expect.poll(() => [...seen].filter((pid) => pid > 0 && isAlive(pid)), { timeout: 5000 }).toEqual([]);
}, 30_000);

test('a child that is busy when its thread ends does not go on without anybody to hold it to its limits', async () => {
  const { dispatcher, threads } = setup(1, fakeLaunch(judgingScript('for (;;);')));
  const outcome = dispatcher.submit(job({}));
  const slots = new Int32Array(pids);
  for (let losses = 0; losses < 3; losses++) {
    await expect.poll(() => slots[0], { timeout: 10_000 }).toBeGreaterThan(0);
    const pid = slots[0] ?? 0;
    await expect.poll(() => cpuMsOf(pid), { timeout: 10_000 }).toBeGreaterThan(100);
    await threads[0]?.terminate();
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  }
  expect(await outcome).toMatchObject({ ok: false, fault: { code: 'worker-failed', retryable: true } });
  await dispatcher.close();
}, 30_000);

test('a thread that ends before it is up is started again', async () => {
  const { dispatcher, threads } = setup(1, slow);
  await threads[0]?.terminate();
  expect(await dispatcher.submit(job({}))).toMatchObject({ ok: true });
  await dispatcher.close();
}, 30_000);
