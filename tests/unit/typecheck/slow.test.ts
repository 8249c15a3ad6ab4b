import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openTypeChecker } from '../../../src/typecheck/checker.ts';
import { home } from './helpers.ts';

/** All sublists of a long list: more types than any machine has time for. */
const pathological = {
  solution: `type Sublists<T extends unknown[]> = T extends [infer Head, ...infer Rest]
  ? Sublists<Rest> extends infer Tail extends unknown[] ? [Head, ...Tail] | Tail : never : [];
export const a: Sublists<[${Array.from({ length: 40 }, (_, n) => n).join()}]> = [1];`,
};
const good = { solution: 'export const a = 1;' };
const wrong = { solution: 'export const a: string = 1;' };
const timeoutMs = 1500;
const patient = { timeout: 10_000, interval: 20 };

interface Server {
  readonly pid: number;
  readonly cpuTicks: number;
}

/** The type servers that this process has started and that are alive. */
function livingServers(): Server[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  return pids.flatMap((pid) => {
    const [command, state, parent, ticks] = statOf(pid);
    const ours = command === 'tsc' && state !== 'Z' && Number(parent) === process.pid;
    return ours ? [{ pid: Number(pid), cpuTicks: Number(ticks) }] : [];
  });
}

/** Command, state, parent and CPU time in user mode of a process; nothing where it has just gone. */
function statOf(pid: string): readonly (string | undefined)[] {
  try {
    return /^\d+ \((.*)\) (\S) (\d+)(?: \S+){9} (\d+)/u.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.slice(1) ?? [];
  } catch {
    return [];
  }
}

test('a type that never comes to an end holds up nobody but itself', async () => {
  const checker = openTypeChecker({ home, timeoutMs });
  onTestFinished(() => checker.close());
  await checker.check([good]);
  const together = checker.check([pathological, good]);
  const later = checker.check([wrong]);
  expect(await together).toEqual([
    {
      ok: false,
      fault: {
        boundary: 'types',
        code: 'check-timed-out',
        retryable: false,
        message: 'The type check of this candidate did not end within 1.5 s.',
      },
    },
    { ok: true, value: [] },
  ]);
  expect(await later).toMatchObject([{ ok: true, value: [{ line: 1, code: 2322 }] }]);
});

test.skipIf(!existsSync('/proc/self/stat'))('closing ends the server, in the midst of a check too', async () => {
  const checker = openTypeChecker({ home });
  await checker.check([good]);
  expect(livingServers()).toHaveLength(1);
  const [idle] = livingServers();
  const underWay = checker.check([pathological]);
  await vi.waitFor(() => expect(livingServers()[0]?.cpuTicks).toBeGreaterThan((idle?.cpuTicks ?? 0) + 5), patient);
  await checker.close();
  expect(await underWay).toMatchObject([{ ok: false, fault: { code: 'check-failed' } }]);
  await vi.waitFor(() => expect(livingServers()).toEqual([]), patient);
});

test.skipIf(!existsSync('/proc/self/stat'))('a server that dies is replaced', async () => {
  const checker = openTypeChecker({ home });
  onTestFinished(() => checker.close());
  await checker.check([good]);
  for (const { pid } of livingServers()) process.kill(pid, 'SIGKILL');
  expect(await checker.check([good, wrong])).toMatchObject([{ value: [] }, { value: [{ code: 2322 }] }]);
});
