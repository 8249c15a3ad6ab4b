import { expect, test } from 'vitest';
import { openSandbox, type Outcome, type Sandbox } from '../../sandbox/index.ts';
import { job, outcomesOf } from './harness.ts';

const suite = `import { expect, test } from 'vitest';
  import { n } from './solution';
  test('even', () => { let sum = 0; for (let i = 0; i < 1e5; i++) sum = (sum * 31 + i) % 1000003; expect(sum).toBeGreaterThan(-1); expect(n % 2).toBe(0); });`;

/** Job `n` passes when `n` is even. */
function submit(sandbox: Sandbox, n: number): Promise<Outcome> {
  return sandbox.submit(job({ id: String(n), solution: `export const n = ${n};`, suite }));
}

const expected = (n: number): string => (n % 2 === 0 ? 'even: passed' : 'even: failed');

function signalAll(sandbox: Sandbox, signal: NodeJS.Signals): void {
  for (const pid of sandbox.pids()) {
    try {
      process.kill(pid, signal);
    } catch {
      // It went by itself a moment ago.
    }
  }
}

test.each<[NodeJS.Signals, number]>([
  ['SIGKILL', 300],
  ['SIGTERM', 100],
  ['SIGSTOP', 60],
])(
  'with %s to every child again and again, each job gets its verdict once',
  async (signal, count) => {
    await using sandbox = await openSandbox({ concurrency: 2 });
    const settled: number[] = [];
    const outcomes = await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const outcome = await submit(sandbox, n);
        settled.push(n);
        if (settled.length % (count / 4) === 1) signalAll(sandbox, signal);
        return outcome;
      }),
    );
    expect(outcomes.map((outcome) => outcomesOf(outcome).join())).toEqual(outcomes.map((_, n) => expected(n)));
    expect(settled.toSorted((a, b) => a - b)).toEqual(outcomes.map((_, n) => n));
  },
  60_000,
);

test.each<NodeJS.Signals>(['SIGKILL', 'SIGSTOP'])(
  'a child that gets %s before it is up, or while idle, costs nobody a verdict',
  async (signal) => {
    await using sandbox = await openSandbox({ concurrency: 1 });
    await expect.poll(() => sandbox.pids().length, { timeout: 10_000, interval: 5 }).toBe(1);
    signalAll(sandbox, signal);
    expect(outcomesOf(await submit(sandbox, 0))).toEqual(['even: passed']);
    signalAll(sandbox, signal);
    expect(outcomesOf(await submit(sandbox, 1))).toEqual(['even: failed']);
  },
  30_000,
);

test('hundreds of jobs at once are each judged', async () => {
  await using sandbox = await openSandbox({ concurrency: 1 });
  const outcomes = await Promise.all(Array.from({ length: 400 }, (_, n) => submit(sandbox, n)));
  expect(outcomes.map((outcome) => outcomesOf(outcome).join())).toEqual(outcomes.map((_, n) => expected(n)));
}, 60_000);
