import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { TypeChecker } from '../../../src/core/ports.ts';
import { openTypeChecker } from '../../../src/typecheck/checker.ts';
import { home } from './helpers.ts';

const good = { solution: 'export const a = 1;' };
const wrong = { solution: 'export const a: string = 1;' };
/** Takes some seconds. */
const slow = {
  solution: `type Sublists<T extends unknown[]> = T extends [infer Head, ...infer Rest]
  ? Sublists<Rest> extends infer Tail extends unknown[] ? [Head, ...Tail] | Tail : never : [];
export const a: Sublists<[${Array.from({ length: 30 }, (_, n) => n).join()}]> = [1];`,
};
const patient = { timeout: 10_000, interval: 5 };

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

/** Waits until a server that is none of the given ones has worked for some time since it was seen first. */
async function atWork(former: ReadonlySet<number>): Promise<number> {
  const seen = new Map<number, number>();
  return await vi.waitFor(() => {
    const [server] = livingServers().filter(({ pid }) => !former.has(pid));
    if (!server) throw new Error('there is no server');
    if (!seen.has(server.pid)) seen.set(server.pid, server.cpuTicks);
    if (server.cpuTicks < (seen.get(server.pid) ?? 0) + 3) throw new Error('it does not work');
    return server.pid;
  }, patient);
}

async function opened(): Promise<TypeChecker> {
  const checker = openTypeChecker({ home });
  onTestFinished(() => checker.close());
  await checker.check([good]);
  return checker;
}

describe.skipIf(!existsSync('/proc/self/stat'))('a server that is killed', () => {
  test('while it is idle is replaced', async () => {
    const checker = await opened();
    expect(livingServers()).toHaveLength(1);
    for (const { pid } of livingServers()) process.kill(pid, 'SIGKILL');
    expect(await checker.check([good, wrong])).toMatchObject([{ value: [] }, { value: [{ code: 2322 }] }]);
  });

  test('in the midst of a batch takes no candidate with it', async () => {
    const checker = await opened();
    const isWrong = (index: number): boolean => index % 3 === 0;
    // Much to check, so that the server is seen at it.
    const property = 'fc.assert(fc.property(own, own, (one, other) => Object.is(a(1), one) || other === one));\n';
    const jobs = Array.from({ length: 100 }, (_, index) => ({
      solution: `export const a = (n: number): ${isWrong(index) ? 'string' : 'number'} => n + ${index};`,
      suite: `import * as fc from 'fast-check';\nimport { a } from './solution';\nconst own = fc.constant({ a${index}: 1 });\n${property.repeat(20)}`,
    }));
    const underWay = checker.check(jobs);
    process.kill(await atWork(new Set()), 'SIGKILL');
    const results = await underWay;
    expect(results).toEqual(
      jobs.map((_, index) => ({
        ok: true,
        value: isWrong(index) ? [expect.objectContaining({ file: 'solution', line: 1, code: 2322 })] : [],
      })),
    );
  });

  test('each time that it checks one candidate is not asked again', { timeout: 30_000 }, async () => {
    const checker = await opened();
    const underWay = checker.check([slow]);
    const killed = new Set<number>();
    for (let death = 0; death < 3; death += 1) {
      const pid = await atWork(killed);
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    expect(await underWay).toMatchObject([{ ok: false, fault: { code: 'check-crashed', retryable: false } }]);
    expect(await checker.check([wrong])).toMatchObject([{ value: [{ code: 2322 }] }]);
  });

  test('by closing is gone, in the midst of a check too', async () => {
    const checker = await opened();
    const underWay = checker.check([slow, slow]);
    await atWork(new Set());
    await checker.close();
    const failed = { ok: false, fault: { code: 'check-failed' } };
    expect(await underWay).toMatchObject([failed, failed]);
    await vi.waitFor(() => expect(livingServers()).toEqual([]), patient);
  });
});
