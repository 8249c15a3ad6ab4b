import { readdirSync, readFileSync } from 'node:fs';

/** A process, told apart from a later one that is given the same id. Linux only, as all of this file. */
export interface ProcessName {
  readonly pid: number;
  /** In clock ticks since the machine started. */
  readonly startedAt: string;
}

interface ProcessState extends ProcessName {
  readonly parent: number;
  /** Such as `R` running, `T` stopped; not `Z`: what only waits to be noticed by its parent has ended. */
  readonly state: string;
}

/** Whether a signal has halted a process; undefined when it has ended. */
export function isStopped(pid: number): boolean | undefined {
  const state = stateOf(String(pid))?.state;
  return state === undefined ? undefined : state === 'T';
}

/** What a process has started, and what that has started. */
export function descendantsOf(pid: number): ProcessName[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? (stateOf(name) ?? []) : []));
  const below = (parent: number): ProcessName[] =>
    all.filter((process) => process.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

export function isAlive({ pid, startedAt }: ProcessName): boolean {
  return stateOf(String(pid))?.startedAt === startedAt;
}

function stateOf(pid: string): ProcessState | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name before it, in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', parent] = fields;
    return state === 'Z' ? undefined : { pid: Number(pid), parent: Number(parent), state, startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
