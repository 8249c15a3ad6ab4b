import { describe, expect, test } from 'vitest';
import { failed } from '../../../src/core/fault.ts';
import type { Suite } from '../../../src/core/task.ts';
import { repairSuitePrompt } from '../../../src/generate/prompts/repair-suite.ts';
import { repairSuite, type RepairRequest } from '../../../src/generate/repair-suite.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { originOf, passingFault, taskOf } from '../support/examples.ts';

const code = "import { test } from 'vitest';\ntest('more', () => {});\n";
const fenced = (text: string): string => `Here you are:\n\`\`\`ts\n${text}\`\`\`\n`;
const suite: Suite = { id: 'suite_old', code: 'OLD SUITE', blind: true, origin: originOf() };
const request: RepairRequest = {
  task: taskOf(),
  draw: 'numbers/double',
  sample: 3,
  manner: { temperature: 0.5, maxTokens: 100 },
  weak: {
    solution: { id: 'sol_1', code: 'export const double = (n: number): number => n * 2;', origin: originOf() },
    suite,
    survivors: [{ line: 1, mutator: 'ArithmeticOperator', original: 'n * 2', replacement: 'n / 2' }],
  },
  known: [suite],
};

describe('repairSuite', () => {
  test('shows the task, the solution, the suite and what the suite lets live', async () => {
    const llm = scriptedLlm(fenced(code));
    await repairSuite(llm, request);
    expect(llm.calls[0]).toMatchObject({
      label: { stage: 'tests', seed: 'numbers/double', sample: 3 },
      maxTokens: 100,
    });
    const asked = llm.calls[0]?.messages[1]?.content;
    for (const part of ['Double a number.', 'exports', request.weak.solution.code, 'OLD SUITE']) {
      expect(asked).toContain(part);
    }
    expect(asked).toContain('+ export const double = (n: number): number => n / 2;');
  });

  test('gives a suite that says what it repairs and that it was not written blind', async () => {
    expect(await repairSuite(scriptedLlm(fenced(code)), request)).toMatchObject({
      value: {
        kind: 'made',
        value: {
          code,
          blind: false,
          repairOf: 'suite_old',
          origin: { sample: 3, prompt: { name: 'repair-suite', hash: repairSuitePrompt.hash } },
        },
      },
    });
  });

  test('takes a suite that there is already for no repair', async () => {
    const first = await repairSuite(scriptedLlm(fenced(code)), request);
    if (!first.ok || first.value.kind !== 'made') throw new Error('no suite');
    const again = await repairSuite(scriptedLlm(fenced(code)), { ...request, known: [suite, first.value.value] });
    expect(again).toMatchObject({ value: { kind: 'malformed', reply: fenced(code) } });
  });

  test('keeps a reply that holds no suite, and hands on a fault', async () => {
    expect(await repairSuite(scriptedLlm('No.'), request)).toMatchObject({
      value: { kind: 'malformed', reply: 'No.' },
    });
    expect(await repairSuite(scriptedLlm(failed(passingFault)), request)).toEqual(failed(passingFault));
  });
});
