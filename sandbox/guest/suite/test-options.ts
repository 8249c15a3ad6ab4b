/** Reads the arguments of `test` and `describe`. */
import type { Mode, Options, RetryOptions } from './tree.ts';

export type Body = (...args: unknown[]) => unknown;

interface UserOptions {
  readonly timeout?: number;
  readonly retry?: number | RetryOptions;
  readonly repeats?: number;
  readonly skip?: boolean;
  readonly only?: boolean;
  readonly todo?: boolean;
  readonly fails?: boolean;
  readonly meta?: object;
  readonly tags?: string | readonly string[];
}

function modeOf({ only, skip, todo }: UserOptions): Mode | undefined {
  return only ? 'only' : skip ? 'skip' : todo ? 'todo' : undefined;
}

function readOptions(given: unknown): Options {
  if (typeof given === 'number') return { timeoutMs: given };
  if (typeof given !== 'object' || given === null) return {};
  const user = given as UserOptions;
  const { timeout, retry, repeats, fails, meta, tags } = user;
  const mode = modeOf(user);
  return {
    ...(mode && { mode }),
    ...(timeout !== undefined && { timeoutMs: timeout }),
    ...(retry !== undefined && { retry }),
    ...(repeats !== undefined && { repeats }),
    ...(fails !== undefined && { fails }),
    ...(meta !== undefined && { meta }),
    ...(tags !== undefined && { tags: [tags].flat() }),
  };
}

/** `(fn, timeout)` and `(options, fn)`; throws for other forms, as vitest does. */
export function readArguments(
  second: unknown,
  third: unknown,
): { readonly options: Options; readonly body: Body | undefined } {
  if (typeof third === 'object' && third !== null) {
    throw new TypeError(
      'Signature "test(name, fn, { ... })" was deprecated in Vitest 3 and removed in Vitest 4. Please, provide options as a second argument instead.',
    );
  }
  if (typeof second === 'function' && typeof third === 'function') {
    throw new TypeError('Cannot use two functions as arguments. Please use the second argument for options.');
  }
  if (typeof second === 'function') return { options: readOptions(third), body: second as Body };
  return { options: readOptions(second ?? third), body: typeof third === 'function' ? (third as Body) : undefined };
}
