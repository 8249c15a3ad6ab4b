import type { ModuleOutcome, TestOutcome } from './modules.ts';

/** One line for every test, or module, that the sandbox judges otherwise than vitest: empty when they agree. */
export function disagreements(id: string, vitest: ModuleOutcome, sandbox: ModuleOutcome): string[] {
  if (vitest.kind !== 'ran' || sandbox.kind !== 'ran') {
    return vitest.kind === sandbox.kind ? [] : [`${id}: vitest ${inWords(vitest)}, sandbox ${inWords(sandbox)}`];
  }
  const longer = Math.max(vitest.tests.length, sandbox.tests.length);
  return Array.from({ length: longer }, (_, index) => [vitest.tests[index], sandbox.tests[index]] as const)
    .filter(([expected, actual]) => describe(expected) !== describe(actual))
    .map(([expected, actual]) => `${id}\n    vitest:  ${describe(expected)}\n    sandbox: ${describe(actual)}`);
}

function inWords(outcome: ModuleOutcome): string {
  return outcome.kind === 'ran' ? `ran ${outcome.tests.length} tests` : `did not run it: ${outcome.because}`;
}

function describe(test: TestOutcome | undefined): string {
  if (test === undefined) return 'no such test';
  const { name, outcome, reason, counterexample } = test;
  return [`${name}: ${outcome}`, reason, counterexample].filter((part) => part !== undefined).join(' | ');
}
