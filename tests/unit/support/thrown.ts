import { WinnowError } from '../../../src/core/error.ts';

/** The error for people that an action throws; anything else that it does fails the test. */
export function thrown(action: () => unknown): WinnowError {
  try {
    action();
  } catch (error) {
    if (error instanceof WinnowError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The error for people that a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<WinnowError> {
  const settled = await promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return thrown(() => {
    if (settled) throw settled.error;
  });
}
