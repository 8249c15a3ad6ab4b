import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromBare, ToBare } from './bare-process.ts';
import { bareRealmSource } from './bare-realm.ts';
import type { Cost } from './cost.ts';
import type { Problem } from './problem.ts';
import type { Variant } from './variants.ts';

export interface BareLoopOptions {
  readonly workers: number;
  /** Of all workers together. */
  readonly samples: number;
}

const file = fileURLToPath(new URL('bare-process.ts', import.meta.url));

/**
 * The floor: in each of `workers` processes a loop that evaluates solution and tests as one script in a fresh isolate
 * from a snapshot, with no pool, no limits and nothing between the two. Throws where a right solution fails.
 */
export async function costOfBareLoop(
  variant: Variant,
  problems: readonly Problem[],
  { workers, samples }: BareLoopOptions,
): Promise<Cost> {
  const setup: ToBare = {
    kind: 'set-up',
    realm: await bareRealmSource(variant.name),
    scripts: problems.map(variant.scriptOf),
  };
  const each = Math.ceil(samples / workers);
  const processes = Array.from({ length: workers }, () =>
    fork(file, { execArgv: ['--no-node-snapshot'], env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  try {
    await Promise.all(processes.map((bare) => ask(bare, setup)));
    const begun = performance.now();
    const done = await Promise.all(processes.map((bare) => ask(bare, { kind: 'judge', count: each })));
    const wallMs = performance.now() - begun;
    const failure = done.flatMap(({ failure }) => failure ?? [])[0];
    if (failure !== undefined) throw new Error(`a right solution failed in a bare isolate: ${failure}`);
    const cpuMs = done.reduce((sum, answer) => sum + answer.cpuMs, 0);
    return { perSecond: (each * workers * 1000) / wallMs, cpuMs: cpuMs / (each * workers) };
  } finally {
    for (const bare of processes) bare.kill();
  }
}

async function ask(bare: ChildProcess, message: ToBare): Promise<FromBare> {
  const ended = once(bare, 'exit').then(() => {
    throw new Error('a process of the bare loop ended');
  });
  bare.send(message);
  const [answer] = (await Promise.race([once(bare, 'message'), ended])) as [FromBare];
  return answer;
}
