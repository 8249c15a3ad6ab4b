import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { entryPath } from './entry-path.ts';
import { ensureGuest } from './guest-files.ts';
import { Batcher } from './pool/batcher.ts';
import { closeLanes, createPids, livingPids, type PoolData } from './pool/pids.ts';
import { closedFault } from './pool/sentence.ts';
import type { Job, Outcome } from './types.ts';

export interface SandboxOptions {
  /** Children that judge at the same time; as many as there are processors unless given. */
  readonly concurrency?: number;
}

/** Judges solutions by suites, each in a fresh isolate inside a process that may be killed at any moment. */
export interface Sandbox extends AsyncDisposable {
  /** Never rejects for what a candidate does. Reports come in any order; how many may be under way is for the caller to bound. */
  submit(job: Job): Promise<Outcome>;
  /** Ends all processes and threads. Jobs without a report yet get the fault `closed`. */
  close(): Promise<void>;
  /** Process ids of the children alive now, for tests and diagnosis. */
  pids(): readonly number[];
}

const tasksPerWorker = 2;

/** Starts the worker threads and their children; a guest that is missing in a checkout is bundled first. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  await ensureGuest();
  const concurrency = options.concurrency ?? availableParallelism();
  const data: PoolData = { pids: createPids(), channel: `sandbox-${randomUUID()}` };
  const pool = new Piscina({
    filename: entryPath('pool/worker'),
    workerData: data,
    minThreads: concurrency,
    maxThreads: concurrency,
    concurrentTasksPerWorker: tasksPerWorker,
    // Waiting on Atomics would block the thread's event loop, and with it the supervision of its child.
    atomics: 'disabled',
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  const batcher = new Batcher({ lanes: concurrency, run: (jobs) => pool.run(jobs) as Promise<readonly Outcome[]> });
  let isClosed = false;
  const close = once(() => {
    isClosed = true;
    return closePool(pool, data);
  });
  return {
    submit: (job) => (isClosed ? Promise.resolve(closedFault) : batcher.submit(job)),
    close,
    [Symbol.asyncDispose]: close,
    pids: () => livingPids(data.pids),
  };
}

async function closePool(pool: Piscina, data: PoolData): Promise<void> {
  await closeLanes(data, pool.maxThreads);
  await pool.destroy();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
