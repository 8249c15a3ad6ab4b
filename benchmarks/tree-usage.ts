import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that descend from it use; NaN where there is no `/proc`. */
export interface TreeUsage {
  /** Since each started, those that have ended included. */
  readonly cpuMs: number;
  /** Pages that processes share count once for each. */
  readonly residentMb: number;
  /** Of the first process alone. */
  readonly ownResidentMb: number;
}

interface Facts {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
  readonly endedChildrenCpuMs: number;
  readonly residentMb: number;
}

const msPerTick = 10;
const pageBytes = 4096;
const bytesPerMb = 1024 * 1024;
const field = {
  parent: 1,
  userTicks: 11,
  systemTicks: 12,
  childUserTicks: 13,
  childSystemTicks: 14,
  pages: 21,
} as const;
const attempts = 5;

/**
 * Reads it all at one moment, of this process unless told otherwise. One that ends meanwhile would count twice or not at
 * all, so everything is read again then.
 */
export function treeUsage(root: number = process.pid): TreeUsage {
  let before = factsOf(root);
  for (let attempt = 1; ; attempt++) {
    const tree = descendants(root);
    const own = factsOf(root);
    if (own === undefined) return { cpuMs: Number.NaN, residentMb: Number.NaN, ownResidentMb: Number.NaN };
    if (own.endedChildrenCpuMs === before?.endedChildrenCpuMs || attempt === attempts) return sumOf(own, tree);
    before = own;
  }
}

/** CPU time of the processes that this one, or one of those in turn, has waited for until they ended. */
export function endedChildrenCpuMs(): number {
  return factsOf(process.pid)?.endedChildrenCpuMs ?? Number.NaN;
}

function sumOf(own: Facts, tree: readonly Facts[]): TreeUsage {
  const all = [own, ...tree];
  return {
    cpuMs: all.reduce((sum, facts) => sum + facts.cpuMs + facts.endedChildrenCpuMs, 0),
    residentMb: all.reduce((sum, { residentMb }) => sum + residentMb, 0),
    ownResidentMb: own.residentMb,
  };
}

function descendants(root: number): readonly Facts[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const all = pids.flatMap((pid) => factsOf(Number(pid)) ?? []);
  const below = (parent: number): Facts[] =>
    all.filter((facts) => facts.parent === parent).flatMap((facts) => [facts, ...below(facts.pid)]);
  return below(root);
}

/** Undefined for a process that is gone, and where there is no `/proc`. */
function factsOf(pid: number): Facts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, spaces too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const numberAt = (at: number): number => Number(fields[at]);
    return {
      pid,
      parent: numberAt(field.parent),
      cpuMs: (numberAt(field.userTicks) + numberAt(field.systemTicks)) * msPerTick,
      endedChildrenCpuMs: (numberAt(field.childUserTicks) + numberAt(field.childSystemTicks)) * msPerTick,
      residentMb: (numberAt(field.pages) * pageBytes) / bytesPerMb,
    };
  } catch {
    return undefined;
  }
}
