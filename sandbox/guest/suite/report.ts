import { bail } from './bail.ts';
import { bounded } from './bounded.ts';
import { type Counterexample, counterexampleOf } from './counterexample.ts';
import { messageOf } from './messages.ts';
import type { SuiteNode, TestNode } from './tree.ts';

/** How one test ended, as the host is told. */
export interface TestReport {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly message?: string;
  readonly counterexample?: Counterexample;
}

const maxName = 500;
const nameOf = (node: TestNode | SuiteNode): string => bounded(node.fullName, maxName);

export function passed(test: TestNode): TestReport {
  return { name: nameOf(test), outcome: 'passed' };
}

export function skipped(test: TestNode): TestReport {
  return { name: nameOf(test), outcome: 'skipped' };
}

export function failed(test: TestNode, error: unknown): TestReport {
  if (bail.isOn) return briefly(nameOf(test));
  const counterexample = counterexampleOf(error);
  const report = { name: nameOf(test), outcome: 'failed', message: messageOf(error) } as const;
  return counterexample === undefined ? report : { ...report, counterexample };
}

function briefly(name: string): TestReport {
  bail.hasFailed = !bail.wantsAll;
  return { name, outcome: 'failed' };
}

/** A failure after the tests of a suite were done is nobody's, and fails the run all the same. */
export function failedAfterAll(suite: SuiteNode, error: unknown): TestReport {
  const name = bounded(suite.parent === undefined ? '(afterAll)' : `${suite.fullName} (afterAll)`, maxName);
  return bail.isOn ? briefly(name) : { name, outcome: 'failed', message: messageOf(error) };
}
