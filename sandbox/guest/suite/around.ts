/** `aroundEach` and `aroundAll`: hooks that run what they surround themselves. */
import { timed } from './timed.ts';
import { type Hook, hookTimeoutMs, type TimedHook } from './tree.ts';

class AroundHookSetupError extends Error {
  override name = 'AroundHookSetupError';
}

class AroundHookTeardownError extends Error {
  override name = 'AroundHookTeardownError';
}

class AroundHookMultipleCallsError extends Error {
  override name = 'AroundHookMultipleCallsError';
}

export interface Surrounded {
  readonly hooks: readonly TimedHook[];
  readonly kind: 'aroundEach' | 'aroundAll';
  /** Calls a hook with the function that runs what is inside. */
  readonly call: (hook: TimedHook, runInside: () => Promise<void>) => unknown;
  readonly inside: () => Promise<void>;
}

/** Runs something inside of all hooks, the first one outermost; gives everything that went wrong. */
export async function surround({ hooks, kind, call, inside }: Surrounded): Promise<unknown[]> {
  const errors: unknown[] = [];
  const callback = kind === 'aroundEach' ? 'runTest()' : 'runSuite()';
  const runFrom = async (index: number): Promise<void> => {
    const hook = hooks[index];
    if (hook === undefined) return inside();
    let isCalled = false;
    const phases = phasesOf(hook, kind);
    await phases.run(() =>
      call(hook, async () => {
        if (isCalled) {
          throw new AroundHookMultipleCallsError(
            `The \`${callback}\` callback was called multiple times in the \`${kind}\` hook. The callback can only be called once per hook.`,
          );
        }
        isCalled = true;
        await phases.pause(() => runFrom(index + 1).catch((thrown: unknown) => errors.push(thrown)));
      }),
    );
    if (!isCalled) {
      throw new AroundHookSetupError(
        `The \`${callback}\` callback was not called in the \`${kind}\` hook. Make sure to call \`${callback}\` to run the ${kind === 'aroundEach' ? 'test' : 'suite'}.`,
      );
    }
  };
  await runFrom(0).catch((thrown: unknown) => errors.push(thrown));
  return errors;
}

interface Phases {
  readonly run: (hook: Hook) => Promise<unknown>;
  readonly pause: (inside: () => Promise<unknown>) => Promise<void>;
}

/** What comes before and what comes after the inside each have the hook's time; what is inside has its own. */
function phasesOf(hook: TimedHook, kind: Surrounded['kind']): Phases {
  let end: ((value?: unknown) => void) | undefined;
  let fail: (thrown: unknown) => void = () => undefined;
  const begin = (phase: keyof typeof phaseErrors): void => {
    const wait = timed(() => new Promise((resolve) => (end = resolve)), {
      timeoutMs: hookTimeoutMs(hook),
      what: (ms) => new phaseErrors[phase](`The ${phase} phase of "${kind}" hook timed out after ${ms}ms.`),
    });
    (wait() as Promise<unknown>).catch((thrown: unknown) => fail(thrown));
  };
  return {
    run: (hooked) =>
      new Promise((resolve, reject) => {
        fail = reject;
        begin('setup');
        new Promise((start) => start(hooked())).finally(() => end?.()).then(resolve, reject);
      }),
    async pause(inside) {
      end?.();
      await inside();
      begin('teardown');
    },
  };
}

const phaseErrors = { setup: AroundHookSetupError, teardown: AroundHookTeardownError };
