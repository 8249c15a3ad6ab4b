import { readdirSync, readFileSync } from 'node:fs';
import type { TypeCheckJob, TypeChecker } from '../../src/core/ports.ts';
import { bundled } from '../../src/config/bundled.ts';
import { openTypeChecker } from '../../src/typecheck/checker.ts';
import { usageOf } from '../../src/typecheck/process-usage.ts';

/** What checking one batch cost, this process and the type server together. */
export interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Checks batches one after the other; the first ones only warm the checker. Throws where a candidate has no answer. */
export async function costsOfChecker(batches: readonly (readonly TypeCheckJob[])[], warmUps: number): Promise<Cost[]> {
  const checker = openTypeChecker({ home: bundled.root });
  try {
    for (const batch of batches.slice(0, warmUps)) await checkAll(checker, batch);
    const servers = children();
    const costs: Cost[] = [];
    for (const batch of batches.slice(warmUps)) {
      const [cpuMs, wallMs] = [cpuTime(servers), performance.now()];
      await checkAll(checker, batch);
      costs.push({ cpuMs: cpuTime(servers) - cpuMs, wallMs: performance.now() - wallMs });
    }
    return costs;
  } finally {
    await checker.close();
  }
}

async function checkAll(checker: TypeChecker, batch: readonly TypeCheckJob[]): Promise<void> {
  const unchecked = (await checker.check(batch)).find(({ ok }) => !ok);
  if (unchecked) throw new Error(`a candidate was not checked: ${JSON.stringify(unchecked)}`);
}

/** CPU time of this process and of its children. Throws where a child has gone. */
function cpuTime(pids: readonly number[]): number {
  const { user, system } = process.cpuUsage();
  const others = pids.map((pid) => usageOf(pid)?.cpuMs ?? Number.NaN);
  if (others.some(Number.isNaN)) throw new Error('the type server was replaced while it was measured');
  return (user + system) / 1000 + others.reduce((sum, ms) => sum + ms, 0);
}

function children(): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => parentOf(pid) === process.pid).map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
