import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tempFolder } from '../../tests/e2e/helpers.ts';
import { endedChildrenCpuMs } from '../tree-usage.ts';
import type { Cost } from './cost.ts';
import type { Problem } from './problem.ts';
import type { Variant } from './variants.ts';

export interface ProcessesOptions {
  readonly workers: number;
  readonly samples: number;
}

/**
 * A process of Node for each sample, `workers` at a time. Undefined where a plain process has not what the tests need.
 * Throws where a right solution fails.
 */
export async function costOfProcesses(
  { packageOfScript, scriptOf }: Variant,
  problems: readonly Problem[],
  { workers, samples }: ProcessesOptions,
): Promise<Cost | undefined> {
  if (packageOfScript === undefined) return undefined;
  using folder = tempFolder();
  const files = problems.map((problem, index) => {
    const file = folder.file(`${index}.cjs`);
    writeFileSync(file, `${preludeOf(packageOfScript)}${scriptOf(problem)}\n`);
    return file;
  });
  const [cpuMs, begun] = [endedChildrenCpuMs(), performance.now()];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < samples) await run(files[next++ % files.length] ?? '');
  };
  await Promise.all(Array.from({ length: workers }, work));
  return {
    perSecond: (samples * 1000) / (performance.now() - begun),
    cpuMs: (endedChildrenCpuMs() - cpuMs) / samples,
  };
}

/** A false assertion alone would leave the exit code at 0. */
function preludeOf(needed: Exclude<Variant['packageOfScript'], undefined>): string {
  const assert = 'console.assert = (holds) => { if (!holds) process.exitCode = 1; };\n';
  if (needed === 'none') return assert;
  const path = createRequire(import.meta.url).resolve(needed.name);
  return `${assert}const ${needed.global} = require(${JSON.stringify(path)});\n`;
}

async function run(file: string): Promise<void> {
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'inherit'], env: {} });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`a right solution failed in a plain process: ${file}`);
}
