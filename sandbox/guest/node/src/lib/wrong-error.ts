import { inspect, types } from './assert-util.ts';

type AssertionErrorClass = new (failure: object) => Error & { generatedMessage: boolean };
type Expected = RegExp | ((...args: never[]) => unknown);

interface WrongError {
  readonly actual: unknown;
  readonly expected: Expected;
  readonly message: string | Error | undefined;
  readonly stackStartFn: { readonly name: string };
  readonly AssertionError: AssertionErrorClass;
}

/** What `throws` and `rejects` throw when there was an error, and not the expected one. */
export function wrongError({ actual, expected, message, stackStartFn, AssertionError }: WrongError): unknown {
  if (message instanceof Error) return message;
  if (Error.isPrototypeOf(expected) && !isError(actual)) return actual;
  const error = new AssertionError({
    actual,
    expected,
    message: message ?? sentence(actual, expected),
    operator: stackStartFn.name,
    stackStartFn,
  });
  error.generatedMessage = message === undefined;
  return error;
}

function sentence(actual: unknown, expected: Expected): string {
  if (typeof expected !== 'function') {
    return `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(String(actual))}\n`;
  }
  if (expected.prototype !== undefined && (Error.isPrototypeOf(expected) || (expected as unknown) === Error)) {
    const received = isError(actual) ? (actual.constructor?.name ?? actual.name) : inspect(actual, { depth: -1 });
    const rest = isError(actual) ? `\n\nError message:\n\n${actual.message}` : '';
    return `The error is expected to be an instance of "${expected.name}". Received "${received}"${rest}`;
  }
  const name = expected.name === '' ? '' : `"${expected.name}" `;
  return `The ${name}validation function is expected to return "true". Received false\n\nCaught error:\n\n${String(actual)}`;
}

function isError(value: unknown): value is Error {
  return types['isNativeError']?.(value) === true || value instanceof Error;
}
