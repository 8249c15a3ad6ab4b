import { readdirSync, readFileSync } from 'node:fs';

interface ProcessFacts {
  readonly parent: number;
  readonly residentMb: number;
}

/** The largest resident memory seen; pages that processes share count once for each. */
export interface Peak {
  readonly childrenMb: number;
  /** This process too. */
  readonly treeMb: number;
}

const pollMs = 25;
const bytesPerMb = 1024 * 1024;
const pageBytes = 4096;

/** Watches the resident memory of this process and all that descend from it; needs `/proc`. */
export function watchTree(): { readonly peak: () => Peak } & Disposable {
  let peak: Peak = { childrenMb: 0, treeMb: 0 };
  const look = (): void => {
    const childrenMb = residentBelow(process.pid, allProcesses());
    const treeMb = childrenMb + process.memoryUsage.rss() / bytesPerMb;
    peak = { childrenMb: Math.max(peak.childrenMb, childrenMb), treeMb: Math.max(peak.treeMb, treeMb) };
  };
  const timer = setInterval(look, pollMs);
  return { peak: () => peak, [Symbol.dispose]: () => clearInterval(timer) };
}

function residentBelow(root: number, processes: ReadonlyMap<number, ProcessFacts>): number {
  let totalMb = 0;
  for (const [pid, { parent, residentMb }] of processes) {
    if (parent === root) totalMb += residentMb + residentBelow(pid, processes);
  }
  return totalMb;
}

function allProcesses(): ReadonlyMap<number, ProcessFacts> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid) => {
      const facts = factsOf(pid);
      return facts === undefined ? [] : [[Number(pid), facts]];
    }),
  );
}

/** Undefined for a process that has just ended. */
function factsOf(pid: string): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, spaces too.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), residentMb: (Number(fields[21]) * pageBytes) / bytesPerMb };
  } catch {
    return undefined;
  }
}
