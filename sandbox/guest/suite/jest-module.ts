/** What jest offers to a suite, over the same machinery: `@jest/globals`, and jest's globals. */
import { expect } from './expect.ts';
import { jest } from './jest-object.ts';
import { build, hooksWith, type Kind, registerSuite, type TestApi, withoutContext } from './test-api.ts';
import type { Body } from './test-options.ts';
import { addTest, type Hook } from './tree.ts';

type Done = ((error?: unknown) => void) & { fail?: (error?: unknown) => void };

/** Runs a body that ends when it calls the function that it is handed last; what it returns must be nothing. */
function untilDone(body: Body, values: readonly unknown[]): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let returned: unknown;
    let isCalled = false;
    const end = (settle: () => void): void => {
      if (isCalled) return reject(new Error('Expected done to be called once, but it was called multiple times.'));
      isCalled = true;
      // It may be called before the body has returned.
      void Promise.resolve().then(() => (returned === undefined ? settle() : reject(new Error(bothEnds))));
    };
    const done: Done = (error) => end(() => (isNothing(error) ? resolve() : reject(error)));
    done.fail = (error) => end(() => reject(error ?? new Error('done.fail was called')));
    returned = body(...values, done);
  });
}

const isNothing = (error: unknown): boolean => error === undefined || error === null || error === '' || error === false;
const bothEnds =
  "Test functions cannot both take a 'done' callback and return something. Either use a 'done' callback, or return a promise.";

/** Bodies that take more than the values that there are get `done` as well. */
const bind: Kind['bind'] = (body, values) =>
  body.length > values.length ? () => untilDone(body, values) : () => body(...values);

/** jest's `%p` prints a value; there is nothing like it in vitest's titles. */
const title = (pattern: string): string => pattern.replaceAll('%p', '%j');

const register: Kind['register'] = (name, options, body) => addTest(name, options, body && bind(body, []));
const it: TestApi = build({ register, bind, title }, {});
const describe: TestApi = build({ register: registerSuite, bind: withoutContext, title }, {});

type RegisterHook = (run: Hook, timeoutMs?: number) => void;

const hooks = Object.fromEntries(
  Object.entries(hooksWith()).map(([kind, add]): [string, RegisterHook] => [
    kind,
    (run, timeoutMs) => add(bind(run, []), timeoutMs),
  ]),
);

export const jestModule: Record<string, unknown> = {
  jest,
  expect,
  test: it,
  it,
  describe,
  xit: it['skip'],
  xtest: it['skip'],
  fit: it['only'],
  xdescribe: describe['skip'],
  fdescribe: describe['only'],
  beforeAll: hooks['beforeAll'],
  afterAll: hooks['afterAll'],
  beforeEach: hooks['beforeEach'],
  afterEach: hooks['afterEach'],
};

export { jest };
