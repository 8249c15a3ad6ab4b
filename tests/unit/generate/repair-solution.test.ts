import { describe, expect, test } from 'vitest';
import { failed } from '../../../src/core/fault.ts';
import type { RejectedVerdict } from '../../../src/core/verdict.ts';
import { repairSolution } from '../../../src/generate/repair-solution.ts';
import { showEvidence } from '../../../src/generate/show-evidence.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { originOf, passingFault, taskOf } from '../support/examples.ts';

const broken = { id: 'sol_1', code: 'export const double = (n: number): number => n * 3;\n', origin: originOf() };
const refuted: RejectedVerdict = {
  kind: 'refuted',
  by: {
    name: 'doubles',
    outcome: 'failed',
    message: 'expected 3 to be 2',
    counterexample: { values: '[1]', seed: 1, path: '0', shrinks: 2 },
  },
  failed: 1,
  total: 4,
};
const manner = { temperature: 0.5, maxTokens: 100 };
const request = { task: taskOf(), draw: 'a/b', sample: 10, manner, broken, verdict: refuted, known: [broken] };
const fenced = (code: string): string => `\`\`\`ts\n${code}\`\`\``;

describe('repairSolution', () => {
  test('shows the task, the attempt and the smallest input that breaks it', async () => {
    const llm = scriptedLlm(fenced('export const double = (n: number): number => n * 2;\n'));
    const outcome = await repairSolution(llm, request);
    expect(llm.calls[0]?.label).toEqual({ stage: 'repair', seed: 'a/b', sample: 10 });
    const asked = llm.calls[0]?.messages[1]?.content;
    for (const part of [request.task.statement, broken.code, '"doubles"', '[1]', 'expected 3 to be 2']) {
      expect(asked).toContain(part);
    }
    expect(outcome).toMatchObject({
      value: { kind: 'made', value: { derivedFrom: { by: 'repair', from: 'sol_1' }, origin: { sample: 10 } } },
    });
  });

  test('takes what there is already for no repair', async () => {
    const llm = scriptedLlm(fenced(broken.code));
    const made = await repairSolution(llm, { ...request, known: [] });
    const known = made.ok && made.value.kind === 'made' ? [made.value.value] : [];
    expect(known).toHaveLength(1);
    expect(await repairSolution(llm, { ...request, known })).toMatchObject({ value: { kind: 'malformed' } });
  });

  test('keeps a reply without code, and hands on a fault', async () => {
    expect(await repairSolution(scriptedLlm('No.'), request)).toMatchObject({
      value: { kind: 'malformed', reply: 'No.' },
    });
    expect(await repairSolution(scriptedLlm(failed(passingFault)), request)).toEqual(failed(passingFault));
  });
});

describe('showEvidence', () => {
  const error = (line: number) => ({ file: 'solution', line, code: 2322, message: 'no string' }) as const;
  test.each<[RejectedVerdict, RegExp]>([
    [refuted, /^It fails 1 of 4 tests\. One of them is "doubles"\.\nThe smallest input/u],
    [
      { kind: 'ill-typed', side: 'solution', diagnostics: [error(1), error(2)] },
      /\nline 1: TS2322: no string\nline 2:/u,
    ],
    [{ kind: 'stopped', side: 'solution', limit: 'cpu' }, /did not come to an end/u],
    [{ kind: 'malformed', side: 'solution', stage: 'parse', message: 'Unexpected token' }, /Unexpected token/u],
    [{ kind: 'flaky', first: [], second: [] }, /pass once and fail another time/u],
    [{ kind: 'tampered', what: 'changed Array.prototype' }, /changed Array\.prototype/u],
  ])('says it in words: %j', (verdict, expected) => {
    expect(showEvidence(verdict)).toMatch(expected);
  });

  test('stays short', () => {
    const long = { ...refuted, by: { ...refuted.by, message: 'x'.repeat(100_000) } };
    expect(showEvidence(long).length).toBeLessThan(3000);
  });
});
