import { expect, test } from 'vitest';
import { remembering } from '../../../../src/verify/minimal-suite/remembering.ts';
import type { Outcome } from '../../../../sandbox/index.ts';
import { job } from '../../../sandbox/harness.ts';

const ran: Outcome = {
  ok: true,
  durationMs: 1,
  report: { kind: 'ran', isolation: 'separate-isolates', tests: [], console: '', mutants: [] },
};
const fault: Outcome = { ok: false, fault: { code: 'closed', retryable: true, message: 'closed' } };

/** How often the sandbox is asked for a list of jobs, one after another. */
async function asked(jobs: readonly (readonly string[] | undefined)[], outcome: Outcome, most = 2): Promise<number> {
  let times = 0;
  const sandbox = remembering({ submit: () => Promise.resolve((times++, outcome)) }, most);
  for (const mutants of jobs) expect(await sandbox.submit(job(mutants ? { mutants } : {}))).toEqual(outcome);
  return times;
}

test('the same mutants are run once', async () => {
  expect(await asked([['1'], ['1'], ['2'], ['1']], ran)).toBe(2);
});

test('only the last runs are remembered', async () => {
  expect(await asked([['1'], ['2'], ['3'], ['3'], ['1']], ran)).toBe(4);
});

test('neither faults nor jobs without mutants are', async () => {
  expect(await asked([['1'], ['1']], fault)).toBe(2);
  expect(await asked([undefined, undefined], ran)).toBe(2);
});
