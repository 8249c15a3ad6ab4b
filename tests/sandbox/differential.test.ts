/**
 * The same modules under the real vitest and under the sandbox: the same outcome, test by test, for the same reason.
 * `DIFFERENTIAL=classes,promises/order` runs the modules whose ids contain one of the parts.
 */
import { beforeAll, expect, test } from 'vitest';
import { disagreements } from './differential/disagreements.ts';
import { type ModuleOutcome, readModules } from './differential/modules.ts';
import { runUnderVitest } from './differential/real-vitest.ts';
import { runUnderSandbox } from './differential/under-sandbox.ts';

const filter = process.env['DIFFERENTIAL'];
const modules = readModules(filter);
const didNotRun: ModuleOutcome = { kind: 'did-not-run', because: 'it is missing from the report' };
let expected: Map<string, ModuleOutcome>;
let actual: Map<string, ModuleOutcome>;

beforeAll(async () => {
  // One after the other: side by side they would make each other's tests time out.
  expected = await runUnderVitest(modules);
  actual = await runUnderSandbox(modules);
}, 120_000);

test('every module has the same outcomes under vitest and under the sandbox', () => {
  const found = modules.flatMap(({ id }) =>
    disagreements(id, expected.get(id) ?? didNotRun, actual.get(id) ?? didNotRun),
  );
  expect(found, `\n${found.join('\n')}\n`).toHaveLength(0);
});

test('every module runs under vitest', () => {
  const idle = modules.filter(({ id }) => expected.get(id)?.kind !== 'ran').map(({ id }) => id);
  expect(idle).toEqual([]);
});

test.skipIf(filter)('there is enough to compare, and a third of it fails', () => {
  const tests = [...expected.values()].flatMap((outcome) => (outcome.kind === 'ran' ? outcome.tests : []));
  const failed = tests.filter((test) => test.outcome === 'failed');
  expect(modules.length).toBeGreaterThanOrEqual(160);
  expect(failed.length / tests.length).toBeGreaterThan(1 / 3);
});
