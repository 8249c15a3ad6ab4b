/** The real `expect`: chai with vitest's plugins, put together as vitest itself does. */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  addCustomEqualityTesters,
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
import { privateGlobal } from './private-global.ts';
import type { TestNode } from './tree.ts';

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

function createExpect(): Expect {
  const expect = ((value, message) => {
    setState({ assertionCalls: stateOf(expect).assertionCalls + 1 }, expect as unknown as StateKey);
    const assertion = chai.expect(value, message) as unknown as Assertion;
    return currentTest === undefined ? assertion : assertion.withTest(currentTest);
  }) as Expect;
  Object.assign(expect, chai.expect, privateGlobal[ASYMMETRIC_MATCHERS_OBJECT]);
  setState(freshState() as object, expect as unknown as StateKey);
  return Object.assign(expect, members(expect));
}

function members(expect: Expect): Record<string, unknown> {
  return {
    getState: () => stateOf(expect),
    setState: (state: object) => setState(state, expect as unknown as StateKey),
    assert: chai.assert,
    extend: (matchers: object) =>
      (chai.expect as unknown as { extend(e: Expect, m: object): void }).extend(expect, matchers),
    addEqualityTesters: addCustomEqualityTesters,
    soft: (value: unknown, message?: string) => expect(value, message).withContext({ soft: true }),
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

/** Starts counting assertions for a test. */
export function beginAssertions(test: TestNode): void {
  currentTest = test;
  setState(freshState() as object, expect as unknown as StateKey);
}

/** Throws when `expect.assertions` or `expect.hasAssertions` asked for more than the test did. */
export function checkAssertions(): void {
  const state = stateOf(expect);
  if (state.expectedAssertionsNumber !== null && state.assertionCalls !== state.expectedAssertionsNumber) {
    throw state.expectedAssertionsNumberErrorGen?.();
  }
  if (state.isExpectingAssertions && state.assertionCalls === 0) throw state.isExpectingAssertionsError;
}

export { chai };
