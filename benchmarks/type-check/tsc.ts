import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundled } from '../../src/config/bundled.ts';
import type { TypeCheckJob } from '../../src/core/ports.ts';
import { candidateFiles } from '../../src/typecheck/candidate/files.ts';
import { environment } from '../../src/typecheck/environment/environment.ts';
import { compilerOptions } from '../../src/typecheck/slots.ts';
import type { Cost } from './winnow.ts';

/** What spawning `tsc` once costs for a whole batch, as one project with the same options and declarations. */
export function costOfTsc(batch: readonly TypeCheckJob[]): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-type-check-'));
  try {
    symlinkSync(join(bundled.root, 'node_modules'), join(folder, 'node_modules'));
    const files = { ...environment, 'tsconfig.json': JSON.stringify({ compilerOptions, include: ['.'] }) };
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    for (const [index, job] of batch.entries()) writeCandidate(join(folder, `candidate-${index}`), job);
    return timed(join(bundled.root, 'node_modules', '.bin', 'tsc'), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeCandidate(folder: string, job: TypeCheckJob): void {
  for (const { path, text } of candidateFiles(job)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The shell tells the CPU time of the processes that it waited for. */
function timed(tsc: string, project: string): Cost {
  const begun = performance.now();
  const script = '"$0" --project "$1" >/dev/null; echo "status $?"; times';
  const { stdout } = spawnSync('sh', ['-c', script, tsc, project], { encoding: 'utf8' });
  const [status, , children = ''] = stdout.trim().split('\n');
  // 0 is without errors, 1 and 2 are with some; anything else is a failure to run at all.
  if (!/^status [012]$/.test(status ?? '')) throw new Error(`tsc did not run: ${status ?? 'no status'}`);
  const parts = [...children.matchAll(/(?<minutes>\d+)m(?<seconds>[\d.]+)s/g)];
  const seconds = parts.reduce(
    (sum, { groups }) => sum + Number(groups?.['minutes']) * 60 + Number(groups?.['seconds']),
    0,
  );
  return { cpuMs: seconds * 1000, wallMs: performance.now() - begun };
}
