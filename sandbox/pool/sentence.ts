import type { Limit, Outcome } from '../types.ts';
import type { Death } from './child-process.ts';
import type { Stop } from './watch.ts';

/** Why a child died with a job at work: what the supervisor killed it for, its own memory, a signal from elsewhere, or a crash. */
export type Cause = Stop | 'out-of-memory' | 'stranger' | 'crash';

const outOfMemory =
  /heap out of memory|Allocation failed|invalid (array|table|size)|out of memory|CALL_AND_RETRY_LAST|is_heap_oom = 1/i;
/** How a process ends by its own doing. Every other signal was sent by somebody. */
const crashSignals: readonly NodeJS.Signals[] = [
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGILL',
  'SIGSEGV',
  'SIGSYS',
  'SIGTRAP',
];
const maxDeaths = 2;
const maxStrangeDeaths = 5;

/** Reads a death that the supervisor did not bring about. */
export function causeOf({ signal, lastWords }: Death): Cause {
  if (outOfMemory.test(lastWords)) return 'out-of-memory';
  return signal === null || crashSignals.includes(signal) ? 'crash' : 'stranger';
}

/**
 * What follows from a death, given how many a job has seen: an outcome, or another run alone in a fresh child. Where
 * others in the process or the machine may have had a part in it, only what happens again counts.
 */
export function sentence(cause: Cause, deaths: number): Outcome | 'again' {
  switch (cause) {
    case 'cpu':
    case 'memory':
      return stopped(cause);
    case 'crowded':
    case 'out-of-memory':
      return deaths < maxDeaths ? 'again' : stopped('memory');
    case 'crash':
    case 'wall':
      return deaths < maxDeaths ? 'again' : stopped(cause);
    case 'stranger':
    case 'frozen':
      if (deaths < maxStrangeDeaths) return 'again';
      return faultOf('child-killed', `something else killed or stopped the sandbox's process ${deaths} times`, true);
    case 'starved':
      if (deaths < maxDeaths) return 'again';
      return faultOf('machine-stalled', 'the machine gave the sandbox no time to run; reduce the load', true);
  }
}

function stopped(limit: Limit): Outcome {
  return { ok: true, report: { kind: 'stopped', side: 'unknown', limit }, durationMs: 0 };
}

/** An outcome that says that the machinery failed. */
export function faultOf(code: string, message: string, retryable: boolean): Outcome {
  return { ok: false, fault: { code, retryable, message } };
}

export const closedFault: Outcome = faultOf('closed', 'the sandbox was closed before this job was judged', true);
