import { describe, expect, test } from 'vitest';
import { failed } from '../../../src/core/fault.ts';
import type { Principle } from '../../../src/core/writing.ts';
import { critique, workIndex } from '../../../src/generate/critique.ts';
import { reviseSolution, reviseTask, reviseTests } from '../../../src/generate/revise.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { originOf, passingFault, taskOf } from '../support/examples.ts';

const manner = { temperature: 0.5, maxTokens: 100 };
const task = taskOf();
const principles: Principle[] = [
  { name: 'clear', text: 'Be clear.', applies: ['task'] },
  { name: 'right', text: 'Be right.', applies: ['solution', 'tests'] },
];
const asked = { draw: 'a/b', sample: 1000, manner };
const faults = [{ principle: 'right', problem: 'it triples' }];
const fenced = (code: string): string => `\`\`\`ts\n${code}\`\`\``;

describe('critique', () => {
  test('shows the work and the principles that apply to it', async () => {
    const llm = scriptedLlm(JSON.stringify({ faults }));
    const work = { what: 'solution', task, code: 'CODE' } as const;
    expect(await critique(llm, { work, principles, ...asked })).toMatchObject({
      value: { kind: 'made', value: faults },
    });
    expect(llm.calls[0]?.label).toEqual({ stage: 'critique', seed: 'a/b', sample: 1000 });
    const text = llm.calls[0]?.messages[1]?.content;
    for (const part of [task.statement, 'CODE', '- right: Be right.']) expect(text).toContain(part);
    expect(text).not.toContain('Be clear.');
  });

  test.each([
    ['{"faults": []}', { kind: 'made', value: [] }],
    ['Nothing to say.', { kind: 'malformed' }],
    ['{"faults": "none"}', { kind: 'malformed', message: 'the critique has no list of faults' }],
    ['{"faults": [{"principle": "right"}]}', { kind: 'malformed' }],
  ])('reads %s', async (reply, expected) => {
    const work = { what: 'task', task } as const;
    expect(await critique(scriptedLlm(reply), { work, principles, ...asked })).toMatchObject({ value: expected });
  });

  test('names each piece of work by a number of its own', () => {
    expect([workIndex('task', 0), workIndex('solution', 2), workIndex('tests', 1)]).toEqual([0, 1002, 2001]);
  });
});

describe('a revision', () => {
  const solution = { id: 'sol_1', code: 'export const double = 3;\n', origin: originOf() };
  const suite = { id: 'suite_1', code: 'OLD', blind: true, origin: originOf() };
  const request = { task, faults, ...asked };

  test('of a task is a task again', async () => {
    const reply = { title: 'T', statement: 'Double n.', signature: task.signature, entry_point: 'double' };
    const llm = scriptedLlm(JSON.stringify(reply));
    const outcome = await reviseTask(llm, request);
    expect(outcome).toMatchObject({ value: { kind: 'made', value: { task: { statement: 'Double n.' } } } });
    expect(llm.calls[0]?.messages[1]?.content).toContain('- right: it triples');
    const before = outcome.ok && outcome.value.kind === 'made' ? outcome.value.value.task : task;
    const again = await reviseTask(llm, { ...request, task: before });
    expect(again).toMatchObject({ value: { kind: 'malformed', message: 'the work came back as it was' } });
  });

  test('of a solution says what it was made from', async () => {
    const llm = scriptedLlm(fenced('export const double = 2;\n'));
    expect(await reviseSolution(llm, { ...request, solution })).toMatchObject({
      value: { kind: 'made', value: { derivedFrom: { by: 'revision', from: 'sol_1' } } },
    });
    expect(llm.calls[0]?.messages[1]?.content).toContain(solution.code);
  });

  test('of a suite says what it revises, and is as blind as that', async () => {
    const code = "import { test } from 'vitest';\ntest('a', () => {});\n";
    expect(await reviseTests(scriptedLlm(fenced(code)), { ...request, suite })).toMatchObject({
      value: { kind: 'made', value: { code, blind: true, revisionOf: 'suite_1' } },
    });
  });

  test('that holds no code is kept, and a fault is handed on', async () => {
    expect(await reviseSolution(scriptedLlm('No.'), { ...request, solution })).toMatchObject({
      value: { kind: 'malformed', reply: 'No.' },
    });
    expect(await reviseTests(scriptedLlm(failed(passingFault)), { ...request, suite })).toEqual(failed(passingFault));
  });
});
