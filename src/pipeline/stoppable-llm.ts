import { exitCode, WinnowError, type ExitCode } from '../core/error.ts';
import type { Fault } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Stop } from './stop.ts';

/** Faults that every further request would meet as well, and the exit code that they end the run with. */
const fatal: Readonly<Record<string, ExitCode>> = {
  unauthorized: exitCode.badInput,
  'model-not-found': exitCode.badInput,
  'no-batch-api': exitCode.badInput,
  unreachable: exitCode.badInput,
  'budget-reached': exitCode.budgetReached,
  'quota-exhausted': exitCode.budgetReached,
};

/** Sends nothing once the run is to stop, and stops the run at a fault that would meet every request. */
export function stoppableLlm(llm: Llm, stop: Stop): Llm {
  return {
    complete: (request) =>
      stop.begin(async () => {
        const outcome = await llm.complete(request);
        const exit = outcome.ok ? undefined : fatal[outcome.fault.code];
        if (outcome.ok) return outcome;
        // A request that was not answered before the end is neither kept nor a fault: it waits for the next invocation.
        if (stop.reason) throw stop.reason;
        if (exit === undefined) return outcome;
        const error = endOfRun(outcome.fault, exit);
        stop.request(error);
        throw error;
      }),
  };
}

function endOfRun(fault: Fault, exit: ExitCode): WinnowError {
  const next = 'Everything answered so far is stored: the same command goes on from here.';
  return new WinnowError(`${fault.message}\n${next}`, { code: fault.code, exit });
}
