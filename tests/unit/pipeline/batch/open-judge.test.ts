import { describe, expect, test } from 'vitest';
import { judgeWith } from '../../../../src/pipeline/batch/open-judge.ts';
import type { Candidate, JudgeLimits } from '../../../../src/verify/candidate.ts';
import type { Job, Outcome } from '../../../../sandbox/index.ts';

const candidate: Candidate = { solution: 's', suite: 't', seed: 1, language: 'js' };
const limits: JudgeLimits = { cpuMs: 1, memoryMb: 1, outputKb: 1, repeat: 1, types: 'off' };
const never = new AbortController().signal;
const passing: Outcome = {
  ok: true,
  durationMs: 1,
  report: { kind: 'ran', isolation: 'separate-isolates', tests: [{ name: 'a', outcome: 'passed' }], console: '' },
};
const types = {
  check: async () => {
    throw new Error('no types were asked for');
  },
};

function faulty(retryable: boolean): Outcome {
  return { ok: false, fault: { code: 'child-killed', retryable, message: 'killed' } };
}

/** A sandbox that answers from a list, and then with its last answer. */
function sandboxOf(...outcomes: readonly Outcome[]): { submits: number; submit(job: Job): Promise<Outcome> } {
  return {
    submits: 0,
    async submit() {
      this.submits += 1;
      return outcomes[this.submits - 1] ?? outcomes.at(-1) ?? passing;
    },
  };
}

describe('judgeWith', () => {
  test.each([
    { outcomes: [faulty(true), faulty(true), passing], submits: 3, ok: true },
    { outcomes: [faulty(true)], submits: 3, ok: false },
    { outcomes: [faulty(false), passing], submits: 1, ok: false },
  ])('tries again what may pass, but not for ever: %#', async ({ outcomes, submits, ok }) => {
    const sandbox = sandboxOf(...outcomes);
    const judged = await judgeWith({ sandbox, types, concurrency: 1 })(candidate, limits, never);
    expect({ ok: judged.ok, submits: sandbox.submits }).toEqual({ ok, submits });
  });

  test('begins nothing once it is to end, and finishes what it began', async () => {
    const first = Promise.withResolvers<Outcome>();
    let submits = 0;
    const submit = (): Promise<Outcome> => {
      submits += 1;
      return first.promise;
    };
    const examine = judgeWith({ sandbox: { submit }, types, concurrency: 1 });
    const ending = new AbortController();
    const all = Array.from({ length: 40 }, () => examine(candidate, limits, ending.signal));
    await new Promise((resolve) => setImmediate(resolve));
    const begun = submits;
    expect(begun).toBeLessThan(40);
    ending.abort(new Error('enough'));
    first.resolve(passing);
    const settled = await Promise.allSettled(all);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(begun);
    expect(settled.at(-1)).toEqual({ status: 'rejected', reason: new Error('enough') });
    expect(submits).toBe(begun);
  });
});
