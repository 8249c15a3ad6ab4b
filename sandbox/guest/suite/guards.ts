/**
 * What a solution must not get hold of, or come between. A matcher in its hands is an answer that fits every question;
 * an assertion that fails in a callback fails the test, whatever the solution in between makes of the error.
 */
type Test = (object: object) => boolean;

const tests: Test[] = [];
const signals = new WeakSet<object>();

/** Keeps objects of a kind from the solution. */
export function keepSecret(test: Test): void {
  tests.push(test);
}

/** Keeps one object from the solution. */
export function keepSignal(signal: object): void {
  signals.add(signal);
}

export function isSecret(object: object): boolean {
  if (signals.has(object)) return true;
  for (let at = 0; at < tests.length; at++) if (tests[at]?.(object)) return true;
  return false;
}

/** Whether what a callback of the suite throws goes through the solution to the suite, even if it is caught there. */
export function isUncatchable(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  return isSecret(thrown) || (thrown instanceof Error && thrown.name === 'AssertionError');
}
