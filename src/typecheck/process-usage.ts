import { readFileSync } from 'node:fs';

/** What a process uses. */
export interface Usage {
  /** In user and kernel mode, since it started. */
  readonly cpuMs: number;
  readonly residentMb: number;
}

/** Linux counts CPU time in hundredths of a second for everybody who asks, and memory in pages. */
const msPerTick = 10;
const bytesPerPage = 4096;

/** What a process uses, where the system tells and the process is there. */
export function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number);
    if (user === undefined || system === undefined || pages === undefined) return undefined;
    return { cpuMs: (user + system) * msPerTick, residentMb: (pages * bytesPerPage) / 1e6 };
  } catch {
    return undefined;
  }
}
