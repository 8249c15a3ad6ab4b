import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tests/e2e/helpers.ts';

export interface Ran {
  readonly seconds: number;
  /** Most resident memory; NaN where there is no `/proc`. */
  readonly peakMb: number;
}

const lookEveryMs = 50;

/** Runs a command of the checkout to its end. Throws where its exit code is not 0. */
export async function runCommand(args: readonly string[]): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakMb = Number.NaN;
  const look = setInterval(() => (peakMb = peakOf(child.pid ?? 0) ?? peakMb), lookEveryMs);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  if (code !== 0) throw new Error(`winnow ${args[0] ?? ''} ended with exit code ${String(code)}`);
  return { seconds: (performance.now() - begun) / 1000, peakMb };
}

function peakOf(pid: number): number | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? undefined : Number(peak) / 1024;
  } catch {
    return undefined;
  }
}
