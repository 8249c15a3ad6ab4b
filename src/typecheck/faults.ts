import { failed, type Outcome } from '../core/fault.ts';
import type { Overrun, ServerLimits } from './server-watch.ts';

/** Why a candidate that was checked alone has no diagnostics. */
export function uncheckedFault(overrun: Overrun | undefined, error: unknown, limits: ServerLimits): Outcome<never> {
  switch (overrun) {
    case 'slow':
      return fault('check-timed-out', false, `did not end within ${limits.timeoutMs / 1000} s`);
    case 'large':
      return fault('check-too-large', false, `took more than ${limits.memoryMb} MB`);
    case 'stalled':
      return fault('check-stalled', true, 'was held up by the machine');
    case undefined:
      return fault('check-failed', true, `failed: ${messageOf(error)}`);
  }
}

/** A server that dies of a candidate every time will die of it the next time. */
export function crashedFault(times: number, error: unknown): Outcome<never> {
  return fault('check-crashed', false, `failed ${times} times: ${messageOf(error)}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fault(code: string, retryable: boolean, what: string): Outcome<never> {
  return failed({ boundary: 'types', code, retryable, message: `The type check of this candidate ${what}.` });
}
