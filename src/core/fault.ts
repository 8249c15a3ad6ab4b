/** A failure of our own machinery, never of a candidate: retried, or recorded as unjudged. */
export interface Fault {
  readonly boundary: 'llm' | 'sandbox' | 'types' | 'store' | 'disk';
  /** A stable word for programs, such as `rate-limited`. */
  readonly code: string;
  readonly retryable: boolean;
  /** What happened, where, why, and what to do next. */
  readonly message: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault };
}

/** Waits for all; their values in order, or the first fault among them. */
export async function allOk<T>(work: readonly Promise<Outcome<T>>[]): Promise<Outcome<T[]>> {
  const values: T[] = [];
  for (const outcome of await Promise.all(work)) {
    if (!outcome.ok) return outcome;
    values.push(outcome.value);
  }
  return ok(values);
}
