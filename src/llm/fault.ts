import type { Fault } from '../core/fault.ts';

export type LlmFaultCode =
  | 'unauthorized'
  | 'model-not-found'
  | 'not-recorded'
  | 'not-stored'
  | 'quota-exhausted'
  | 'rate-limited'
  | 'server-error'
  | 'unreachable'
  | 'connection-lost'
  | 'timeout'
  | 'bad-request'
  | 'bad-response'
  | 'refused'
  | 'no-batch-api'
  | 'batch-refused'
  | 'batch-unanswered'
  | 'interrupted'
  | 'budget-reached';

/** A failure at the boundary to a model. */
export interface LlmFault extends Fault {
  readonly boundary: 'llm';
  readonly code: LlmFaultCode;
  /** How long the endpoint asked to wait. */
  readonly retryAfterMs?: number;
}

const retryableCodes: ReadonlySet<LlmFaultCode> = new Set([
  'rate-limited',
  'server-error',
  'unreachable',
  'connection-lost',
  'timeout',
  'bad-response',
  'batch-unanswered',
  // Another invocation, one that asks, heals it.
  'not-stored',
]);

/** A fault with the retryability that belongs to its code. */
export function llmFault(code: LlmFaultCode, message: string, retryAfterMs?: number): LlmFault {
  const fault = { boundary: 'llm', code, retryable: retryableCodes.has(code), message } as const;
  return retryAfterMs === undefined ? fault : { ...fault, retryAfterMs };
}

/** The fault of a request that was stopped, or not sent, because the run was interrupted. */
export function interrupted(): LlmFault {
  return llmFault('interrupted', 'The request was interrupted. Start the same command again to go on.');
}

/** How long the endpoint asked to wait, where a fault says so. */
export function retryAfterMsOf(fault: Fault): number | undefined {
  return 'retryAfterMs' in fault && typeof fault.retryAfterMs === 'number' ? fault.retryAfterMs : undefined;
}

/** Whether a fault means that the endpoint cannot keep up. */
export function isCongestion({ code }: Fault): boolean {
  return code === 'rate-limited' || code === 'timeout';
}

/** Whether the endpoint may have worked, and billed, before the fault. */
export function mayBeBilled({ code }: Fault): boolean {
  return ['timeout', 'connection-lost', 'bad-response', 'refused', 'interrupted'].includes(code);
}
