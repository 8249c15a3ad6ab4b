import { Worker } from 'node:worker_threads';
import type { BehaviourJob, BehaviourMessage } from './behaviour-worker.ts';
import type { Behaviour } from './observed.ts';

/** Time for one module over all cases of its key: ample, and less for one that is not expected to end. */
const deadlineMs = { usual: 10_000, endless: 2000 };

/** Runs modules against their key's oracle, each until it ends or its time is up. */
export async function observeBehaviour(
  job: BehaviourJob,
  endless: ReadonlySet<string>,
): Promise<Record<string, Behaviour>> {
  const seen: Record<string, Behaviour> = {};
  let left = job.modules;
  while (left.length > 0) {
    Object.assign(seen, await oneWorker({ ...job, modules: left }, endless));
    left = left.filter(({ name }) => seen[name] === undefined);
  }
  return seen;
}

/** Runs modules until one of them does not end; at least one module has its behaviour afterwards. */
function oneWorker(job: BehaviourJob, endless: ReadonlySet<string>): Promise<Record<string, Behaviour>> {
  const seen: Record<string, Behaviour> = {};
  const worker = new Worker(new URL('./behaviour-worker.ts', import.meta.url), {
    workerData: job,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  let current = job.modules[0]?.name ?? '';
  let timer: NodeJS.Timeout | undefined;
  worker.on('message', ({ name, behaviour }: BehaviourMessage) => {
    clearTimeout(timer);
    current = name;
    if (behaviour !== undefined) seen[name] = behaviour;
    else timer = setTimeout(() => void worker.terminate(), endless.has(name) ? deadlineMs.endless : deadlineMs.usual);
  });
  worker.on('error', (error: unknown) => {
    seen[current] ??= isOutOfMemory(error) ? { kind: 'never-ends' } : { kind: 'broken-key', message: String(error) };
  });
  return new Promise((resolve) => {
    // Whoever waits for a promise that nothing will settle lets the worker run out of work, and exit.
    worker.on('exit', () => {
      clearTimeout(timer);
      seen[current] ??= { kind: 'never-ends' };
      resolve(seen);
    });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
