import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { type CaseClass, loadCases } from './cases.ts';
import { describeOutcome, isExpected } from './expectation.ts';
import { judgeCase } from './judge-case.ts';
import { sumJob } from './sum.ts';

/** Registers a test for each case of a class: it ends as expected, and an honest solution passes in the same child after it. */
export async function expectCases(caseClass: CaseClass): Promise<void> {
  const cases = await loadCases(caseClass);
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await openSandbox({ concurrency: 1 });
  }, 30_000);
  afterAll(() => sandbox?.close());

  test.each(cases)('$name: $tries', async ({ job, expectations }) => {
    if (sandbox === undefined) throw new Error('the sandbox is not open');
    const outcome = await judgeCase(sandbox, job);
    const honest = await judgeCase(sandbox, sumJob());
    const seen = isExpected(outcome, expectations) ? expectations.join('|') : describeOutcome(outcome);
    expect(seen).toBe(expectations.join('|'));
    expect(isExpected(honest, ['accepted']) ? 'accepted' : describeOutcome(honest)).toBe('accepted');
  });
}
