/** The smallest input that breaks a property; `seed` and `path` replay it. */
export interface Counterexample {
  readonly values: string;
  readonly seed: number;
  readonly path: string;
  readonly shrinks: number;
}

const byError = new WeakMap<object, Counterexample>();

export function rememberCounterexample(error: object, counterexample: Counterexample): void {
  byError.set(error, counterexample);
}

export function counterexampleOf(thrown: unknown): Counterexample | undefined {
  return typeof thrown === 'object' && thrown !== null ? byError.get(thrown) : undefined;
}
