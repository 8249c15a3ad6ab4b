import assert from 'assert/build/assert.js';

interface Failure {
  readonly actual: unknown;
  readonly expected: unknown;
  readonly message?: unknown;
  readonly operator: string;
  readonly stackStartFn: unknown;
}
const AssertionError = assert['AssertionError'] as new (failure: Failure) => Error;

function partialDeepStrictEqual(...args: unknown[]): void {
  const [actual, expected, message] = args;
  if (args.length < 2) {
    const error = new TypeError('The "actual" and "expected" arguments must be specified');
    throw Object.assign(error, { code: 'ERR_MISSING_ARGS' });
  }
  if (offered('internal/comparisons').isPartiallyEqual(actual, expected)) return;
  if (message instanceof Error) throw message;
  const failure = { actual, expected, operator: 'partialDeepStrictEqual', stackStartFn: partialDeepStrictEqual };
  throw new AssertionError(message === undefined ? failure : { ...failure, message });
}

assert['partialDeepStrictEqual'] = partialDeepStrictEqual;
(assert['strict'] as Record<string, unknown>)['partialDeepStrictEqual'] = partialDeepStrictEqual;
export default assert;
