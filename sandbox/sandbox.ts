import { availableParallelism } from 'node:os';
import { ensureGuest } from './guest-files.ts';
import { Dispatcher } from './pool/dispatcher.ts';
import { openLaneThread } from './pool/lane-thread.ts';
import { launchOf, type Outer } from './pool/launch.ts';
import type { Job, Outcome } from './types.ts';

export interface SandboxOptions {
  /** Children that judge at the same time; as many as there are processors unless given. */
  readonly concurrency?: number;
  /** What candidates may import beside what the guest offers: the source of a bundled module, by name. */
  readonly packages?: Readonly<Record<string, string>>;
  /** Starts each child in namespaces of its own (`bwrap`), or leaves that out (`none`, unless given). */
  readonly outer?: Outer;
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

/**
 * Starts the worker threads and their children; a guest that is missing in a checkout is bundled first. Throws when
 * what is asked for as an outer layer is not installed.
 */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { concurrency = availableParallelism(), packages = {}, outer = 'none' } = options;
  const launches = [launchOf({ outer, isRestricted: true }), launchOf({ outer, isRestricted: false })] as const;
  await ensureGuest();
  const pids = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * concurrency);
  const dispatcher = new Dispatcher({
    lanes: concurrency,
    open: (slot, events) => openLaneThread({ pids, slot, launches, packages }, events),
  });
  const close = once(() => dispatcher.close());
  return {
    submit: (job) => dispatcher.submit(job),
    close,
    [Symbol.asyncDispose]: close,
    pids: () => [...new Int32Array(pids)].filter((pid) => pid > 0),
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
