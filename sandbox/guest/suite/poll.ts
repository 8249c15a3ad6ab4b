/** `expect.poll`: an assertion that is tried until it holds. */
import { chai } from '@vitest/expect';
import { advanceFakeTime, inTime, isExpired, nextTry, type WaitOptions } from './waiting.ts';
import type { TestNode } from './tree.ts';

const unsupported: ReadonlySet<PropertyKey> = new Set([
  'matchSnapshot',
  'toMatchSnapshot',
  'toMatchInlineSnapshot',
  'toThrowErrorMatchingSnapshot',
  'toThrowErrorMatchingInlineSnapshot',
  'throws',
  'Throw',
  'throw',
  'toThrow',
  'toThrowError',
]);

const flag: typeof chai.util.flag = (...args) => chai.util.flag(...args);
type Matcher = (this: unknown, ...args: unknown[]) => unknown;

interface Polled {
  /** The assertion of the real `expect`, about nothing yet. */
  readonly assertion: object;
  readonly test: TestNode | undefined;
  readonly get: (tools: object) => unknown;
  readonly options: WaitOptions;
}

/** An assertion whose matchers wait: they give promises. */
export function poll({ assertion, test, get, options }: Polled): object {
  if (test === undefined) throw new Error('expect.poll() must be called inside a test');
  const polled: object = new Proxy(assertion, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== 'function') return member instanceof chai.Assertion ? polled : member;
      if (key === 'assert') return member;
      if (unsupported.has(key))
        throw new SyntaxError(
          `expect.poll() is not supported in combination with .${String(key)}(). Use vi.waitFor() if your assertion condition is unstable.`,
        );
      return (...args: unknown[]) => {
        flag(assertion, '_name', key);
        return lazily(() => tryUntilItHolds({ assertion, get, options, matcher: member as Matcher, args }), {
          test,
          words: `expect.poll(assertion).${flag(assertion, 'negate') ? 'not.' : ''}${String(key)}()`,
        });
      };
    },
  });
  return polled;
}

interface Trying extends Pick<Polled, 'assertion' | 'get' | 'options'> {
  readonly matcher: Matcher;
  readonly args: readonly unknown[];
}

function tryUntilItHolds({ assertion, get, options, matcher, args }: Trying): Promise<unknown> {
  const { interval = 50, timeout = 1000, message } = options;
  const signal = { aborted: false };
  return inTime(timeout, async (within) => {
    let last: { readonly thrown: unknown } | undefined;
    do {
      if (last !== undefined) advanceFakeTime(interval);
      try {
        const value = await within(Promise.resolve().then(() => get({ signal })));
        if (isExpired(value)) break;
        flag(assertion, 'object', value);
        const result = await within(Promise.resolve().then(() => matcher.apply(assertion, [...args])));
        if (!isExpired(result)) return result;
        break;
      } catch (thrown) {
        last = { thrown };
      }
    } while (await nextTry(interval, within));
    signal.aborted = true;
    throw explained(
      last === undefined ? new Error("expect.poll() function didn't resolve in time.") : last.thrown,
      message,
    );
  });
}

function explained(thrown: unknown, message: string | undefined): unknown {
  if (!(thrown instanceof Error)) return thrown;
  thrown.cause ??= new Error('Matcher did not succeed in time.');
  if (message !== undefined && !thrown.message.startsWith(`${message}: `))
    thrown.message = `${message}: ${thrown.message}`;
  return thrown;
}

interface Awaited {
  readonly test: TestNode;
  readonly words: string;
}

/** A promise that begins when it is awaited; a test that does not await it fails. */
function lazily(begin: () => Promise<unknown>, { test, words }: Awaited): object {
  let begun: Promise<unknown> | undefined;
  const start = (): Promise<unknown> => (begun ??= begin());
  test.onFinished ??= [];
  test.onFinished.push(() => {
    if (begun === undefined) {
      throw new Error(
        `${words} was not awaited. This assertion is asynchronous and must be awaited; otherwise, it is not executed to avoid unhandled rejections:\n\nawait ${words}\n`,
      );
    }
  });
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- being awaited is what begins it
    then: (...reactions: Parameters<Promise<unknown>['then']>) => start().then(...reactions),
    catch: (reaction: (thrown: unknown) => unknown) => start().catch(reaction),
    finally: (reaction: () => void) => start().finally(reaction),
    [Symbol.toStringTag]: 'Promise',
  };
}
