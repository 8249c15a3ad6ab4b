import { availableParallelism } from 'node:os';
import { bundled } from '../config/bundled.ts';
import { openTypeChecker } from '../typecheck/checker.ts';
import { openEndpoint } from './endpoint.ts';
import { type GuestPackages, openSandboxWith } from './guest-packages.ts';
import { JudgingTurns } from './judging-turns.ts';
import { judgeLimits, storedJudge } from './judging.ts';
import { storedProvers } from './proving.ts';
import type { RunPorts } from './ports.ts';
import type { RunOptions } from './run.ts';
import { stoppableLlm } from './stoppable-llm.ts';

/** Opens the endpoint, the sandbox and the type checker for a run, and closes them whatever happens. */
export async function withWorkshop<T>(
  options: RunOptions,
  { run, packages }: { readonly run: string; readonly packages: GuestPackages },
  work: (ports: RunPorts) => Promise<T>,
): Promise<T> {
  const { config, wording, store, stop, clock, onEvent, credentials, offlineLog } = options;
  await using tools = new AsyncDisposableStack();
  const endpoint = await openEndpoint({
    config,
    credentials,
    replies: (costOf) => store.replies(run, costOf),
    batches: store.batches(),
    notes: store,
    spent: await store.requestCounts(run),
    stopping: stop.signal,
    clock,
    onRest: (endpoint, { message }) => onEvent({ kind: 'endpoint-rests', endpoint, why: message }),
    storedOnly: options.storedOnly !== undefined,
    ...(offlineLog !== undefined && { offlineLog }),
  });
  tools.defer(() => endpoint.close());
  const concurrency = config.verify.concurrency ?? availableParallelism();
  const { sandbox, sources } = await openSandboxWith({ concurrency, packages });
  tools.defer(() => sandbox.close());
  const types = openTypeChecker({ home: bundled.root, packages: packages.names });
  tools.defer(() => types.close());
  tools.defer(() => stop.idle());
  const judge = storedJudge({
    ports: { sandbox, types },
    limits: judgeLimits(config),
    packages: sources,
    store,
    stop,
  });
  const llm = stoppableLlm(endpoint.llm, stop);
  const turns = new JudgingTurns({ isWriting: () => endpoint.isWaiting(), few: Math.max(1, concurrency - 1) });
  return await work({
    run,
    config,
    packages: packages.labels,
    llm,
    ...wording,
    requests: endpoint.meter,
    judge: (candidate, note) => turns.take(() => judge(candidate, note)),
    provers: storedProvers({ sandbox, config, packages: sources, store, stop, turns }),
    store,
    stop,
    clock,
    onEvent,
    hasSuccessors: options.hasSuccessors ?? false,
  });
}
