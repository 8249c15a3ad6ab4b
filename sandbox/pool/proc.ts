import { readFileSync } from 'node:fs';

/** What a process has used so far. */
export interface Usage {
  readonly cpuMs: number;
  readonly residentMb: number;
}

const ticksPerSecond = 100;
const pageBytes = 4096;
const bytesPerMb = 1024 * 1024;

/** Reads `/proc`; undefined where there is none, or when the process is gone. */
export function usageOf(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return { cpuMs: (ticks * 1000) / ticksPerSecond, residentMb: (pages * pageBytes) / bytesPerMb };
  } catch {
    return undefined;
  }
}
