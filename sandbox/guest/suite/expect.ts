/** The real `expect`: chai with vitest's plugins, put together as vitest itself does. */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  addCustomEqualityTesters,
  AsymmetricMatcher,
  chai,
  ChaiStyleAssertions,
  customMatchers,
  getState,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { poll } from './poll.ts';
import { privateGlobal } from './private-global.ts';
import type { TestNode } from './tree.ts';
import type { WaitOptions } from './waiting.ts';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(ChaiStyleAssertions);
chai.use(JestAsymmetricMatchers);

interface Assertion {
  withTest(test: TestNode): Assertion;
  withContext(context: object): Assertion;
}

/** A function with matchers as properties; only the suite sees its full type. */
export interface Expect {
  (value: unknown, message?: string): Assertion;
  extend: (matchers: object) => void;
  [member: string]: unknown;
}

interface State {
  assertionCalls: number;
  isExpectingAssertions: boolean;
  isExpectingAssertionsError: Error | null;
  expectedAssertionsNumber: number | null;
  expectedAssertionsNumberErrorGen: (() => Error) | null;
}

const freshState = (): State => ({
  assertionCalls: 0,
  isExpectingAssertions: false,
  isExpectingAssertionsError: null,
  expectedAssertionsNumber: null,
  expectedAssertionsNumberErrorGen: null,
});

let currentTest: TestNode | undefined;
type StateKey = Parameters<typeof getState>[0];

/** An `expect` with a count of its own, for one test if that is given. */
export function createExpect(test?: TestNode): Expect {
  const expect = ((value, message) => {
    setState({ assertionCalls: stateOf(expect).assertionCalls + 1 }, expect as unknown as StateKey);
    const assertion = chai.expect(value, message) as unknown as Assertion;
    const about = test ?? currentTest;
    return about === undefined ? assertion : assertion.withTest(about);
  }) as Expect;
  Object.assign(expect, chai.expect, privateGlobal[ASYMMETRIC_MATCHERS_OBJECT]);
  setState({ ...freshState(), currentTestName: test?.fullTestName } as object, expect as unknown as StateKey);
  return Object.assign(expect, members(expect, test));
}

function members(expect: Expect, test: TestNode | undefined): Record<string, unknown> {
  return {
    getState: () => stateOf(expect),
    setState: (state: object) => setState(state, expect as unknown as StateKey),
    assert: chai.assert,
    extend: (matchers: object) =>
      (chai.expect as unknown as { extend(e: Expect, m: object): void }).extend(expect, matchers),
    addEqualityTesters: addCustomEqualityTesters,
    soft: (value: unknown, message?: string) => expect(value, message).withContext({ soft: true }),
    poll: (get: (tools: object) => unknown, options: WaitOptions = {}) => {
      const assertion = expect(null, options.message).withContext({ poll: true });
      return poll({ assertion, test: test ?? currentTest, get, options });
    },
    unreachable: (message?: string) => chai.assert.fail(`expected${message ? ` "${message}" ` : ' '}not to be reached`),
    assertions: (count: number) => Object.assign(stateOf(expect), expectedCount(expect, count)),
    hasAssertions: () =>
      Object.assign(stateOf(expect), {
        isExpectingAssertions: true,
        isExpectingAssertionsError: new Error('expected any number of assertion, but got none'),
      }),
  };
}

function expectedCount(expect: Expect, count: number): Partial<State> {
  const error = (): Error =>
    new Error(`expected number of assertions to be ${count}, but got ${stateOf(expect).assertionCalls}`);
  return { expectedAssertionsNumber: count, expectedAssertionsNumberErrorGen: error };
}

function stateOf(expect: Expect): State {
  return getState(expect as unknown as StateKey) as unknown as State;
}

export const expect: Expect = createExpect();
expect.extend(customMatchers);
privateGlobal[GLOBAL_EXPECT] = expect;

/** The `expect` of a test's context. */
const own = new WeakMap<TestNode, Expect>();

export function expectOf(test: TestNode): Expect {
  const known = own.get(test) ?? createExpect(test);
  own.set(test, known);
  return known;
}

/** Starts counting assertions for a test. */
export function beginAssertions(test: TestNode): void {
  currentTest = test;
  setState({ ...freshState(), currentTestName: test.fullTestName }, expect as unknown as StateKey);
  const mine = own.get(test);
  if (mine !== undefined) setState(freshState() as object, mine as unknown as StateKey);
}

export function endAssertions(): void {
  currentTest = undefined;
}

/** Throws when `expect.assertions` or `expect.hasAssertions` asked for more than the test did. */
export function checkAssertions(test: TestNode): void {
  const state = stateOf(own.get(test) ?? expect);
  if (state.expectedAssertionsNumber !== null && state.assertionCalls !== state.expectedAssertionsNumber) {
    throw state.expectedAssertionsNumberErrorGen?.();
  }
  if (state.isExpectingAssertions && state.assertionCalls === 0) throw state.isExpectingAssertionsError;
}

export { chai };

/** Whether an object is a matcher such as `expect.any(…)`, or what those inherit from. */
export function isMatcher(object: object): boolean {
  return object instanceof AsymmetricMatcher || object === AsymmetricMatcher.prototype;
}
