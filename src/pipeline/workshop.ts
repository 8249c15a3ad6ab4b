import { availableParallelism } from 'node:os';
import { bundled } from '../config/bundled.ts';
import { openTypeChecker } from '../typecheck/checker.ts';
import { openSandbox } from '../../sandbox/index.ts';
import { costOf, openEndpoint } from './endpoint.ts';
import { judgeLimits, storedJudge } from './judging.ts';
import type { RunPorts } from './ports.ts';
import type { RunOptions } from './run.ts';
import { stoppableLlm } from './stoppable-llm.ts';

/** Opens the endpoint, the sandbox and the type checker for a run, and closes them whatever happens. */
export async function withWorkshop<T>(
  options: RunOptions,
  run: string,
  work: (ports: RunPorts) => Promise<T>,
): Promise<T> {
  const { config, store, stop, clock, onEvent, apiKey, offlineLog } = options;
  await using tools = new AsyncDisposableStack();
  const endpoint = await openEndpoint({
    config,
    apiKey,
    cache: store.replies(run, costOf(config)),
    spent: await store.requestCounts(run),
    stopping: stop.signal,
    ...(offlineLog !== undefined && { offlineLog }),
  });
  tools.defer(() => endpoint.close());
  const sandbox = await openSandbox({ concurrency: config.verify.concurrency ?? availableParallelism() });
  tools.defer(() => sandbox.close());
  const types = openTypeChecker({ home: bundled.root });
  tools.defer(() => types.close());
  tools.defer(() => stop.idle());
  const judge = storedJudge({ ports: { sandbox, types }, limits: judgeLimits(config), store, stop });
  const llm = stoppableLlm(endpoint.llm, stop);
  return await work({ run, config, llm, requests: endpoint.meter, judge, store, stop, clock, onEvent });
}
