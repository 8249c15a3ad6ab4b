import type { Limit, Outcome } from '../types.ts';
import type { Death } from './child-process.ts';
import type { Kill } from './limits.ts';

/**
 * Why a child died with a job at work: a limit that the supervisor enforced, a machine too busy to give it time, its
 * own memory, a SIGKILL that is not ours, or a crash.
 */
export type Cause = Kill | 'starved' | 'stranger' | 'crash';

const outOfMemory = /heap out of memory|Allocation failed|invalid (array|table|size)|out of memory/i;
const maxStrangeDeaths = 5;
const maxStarvations = 2;

/** Reads a death that the supervisor did not bring about. */
export function causeOf({ signal, lastWords }: Death): Cause {
  if (outOfMemory.test(lastWords)) return 'memory';
  return signal === 'SIGKILL' ? 'stranger' : 'crash';
}

/** What follows from a death, given how many a job has seen: an outcome, or another run alone in a fresh child. */
export function sentence(cause: Cause, deaths: number): Outcome | 'again' {
  switch (cause) {
    case 'cpu':
    case 'memory':
    case 'wall':
      return stopped(cause);
    case 'crash':
      return deaths >= 2 ? stopped('crash') : 'again';
    case 'stranger':
      if (deaths < maxStrangeDeaths) return 'again';
      return faultOf('child-killed', `something else killed the sandbox's process ${deaths} times`, true);
    case 'starved':
      if (deaths < maxStarvations) return 'again';
      return faultOf('machine-stalled', 'the machine gave the sandbox no time to run; reduce the load', true);
  }
}

function stopped(limit: Limit): Outcome {
  return { ok: true, report: { kind: 'stopped', side: 'unknown', limit }, durationMs: 0 };
}

export function faultOf(code: string, message: string, retryable: boolean): Outcome {
  return { ok: false, fault: { code, retryable, message } };
}

export const closedFault: Outcome = faultOf('closed', 'the sandbox was closed before this job was judged', true);
