import { describe, expect, test } from 'vitest';
import { operators } from '../../../src/core/operator.ts';
import { failed } from '../../../src/core/fault.ts';
import { eliminateTask } from '../../../src/generate/eliminate-task.ts';
import { evolveTask } from '../../../src/generate/evolve-task.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { passingFault, taskOf } from '../support/examples.ts';

const manner = { temperature: 0.5, maxTokens: 100 };
const task = taskOf({ difficulty: 'hard', topics: ['numbers'] });
const evolved = {
  title: 'Double many',
  statement: 'Double every number.',
  signature: 'export function doubles(list: number[]): number[];',
  entry_point: 'doubles',
};

describe('evolveTask', () => {
  test.each(operators)('%s shows the task, and asks by a prompt of its own', async (operator) => {
    const llm = scriptedLlm(JSON.stringify(evolved));
    const outcome = await evolveTask(llm, { task, operator, draw: `a/b+${operator}`, manner });
    expect(llm.calls[0]?.label).toEqual({ stage: 'evolve', seed: `a/b+${operator}`, sample: 0 });
    expect(llm.calls[0]?.messages[1]?.content).toContain(task.statement);
    expect(outcome).toMatchObject({
      value: {
        kind: 'made',
        value: {
          task: { entryPoint: 'doubles', difficulty: 'hard', topics: ['numbers'] },
          origin: { prompt: { name: `evolve-${operator}` } },
        },
      },
    });
  });

  test('keeps a reply that holds no task, and hands on a fault', async () => {
    const request = { task, operator: 'deepen', draw: 'a/b+deepen', manner } as const;
    expect(await evolveTask(scriptedLlm('No.'), request)).toMatchObject({ value: { kind: 'malformed', reply: 'No.' } });
    expect(await evolveTask(scriptedLlm(failed(passingFault)), request)).toEqual(failed(passingFault));
  });
});

describe('eliminateTask', () => {
  const after = taskOf({ id: 'task_2', statement: 'Double every number.' });
  const request = { before: task, after, draw: 'a/b+deepen', manner };

  test('shows both tasks', async () => {
    const llm = scriptedLlm('{"verdict": "keep", "reason": "fine"}');
    expect(await eliminateTask(llm, request)).toMatchObject({ value: { value: { kind: 'keep' } } });
    expect(llm.calls[0]?.label).toEqual({ stage: 'eliminate', seed: 'a/b+deepen', sample: 0 });
    const asked = llm.calls[0]?.messages[1]?.content;
    for (const part of [task.statement, after.statement]) expect(asked).toContain(part);
  });

  test.each(['no-new-information', 'copied-prompt', 'unanswerable', 'nonsense'])(
    'takes %s for an answer',
    async (verdict) => {
      const reply = `Well.\n\`\`\`json\n{"verdict": "${verdict}", "reason": "so"}\n\`\`\``;
      const expected = { kind: 'eliminate', because: verdict, why: 'so' };
      expect(await eliminateTask(scriptedLlm(reply), request)).toMatchObject({ value: { value: expected } });
    },
  );

  test.each(['{"verdict": "maybe"}', '{}', 'Keep it.'])('keeps a reply that names no verdict: %s', async (reply) => {
    expect(await eliminateTask(scriptedLlm(reply), request)).toMatchObject({ value: { kind: 'malformed', reply } });
  });

  test.each([
    ['no-new-information', { statement: '  double a\nNUMBER. ' }],
    ['copied-prompt', { statement: 'As the #Given Prompt# says, double a number.' }],
    ['copied-prompt', { statement: 'Unlike the original task, double two numbers.' }],
  ])('sees %s without asking', async (because, changes) => {
    const llm = scriptedLlm(failed(passingFault));
    const outcome = await eliminateTask(llm, { ...request, after: taskOf(changes) });
    expect(outcome).toMatchObject({ value: { value: { kind: 'eliminate', because } } });
    expect(llm.calls).toEqual([]);
  });

  test('asks where the task itself was about such words', async () => {
    const llm = scriptedLlm('{"verdict": "keep"}');
    const before = taskOf({ statement: 'Cut the given prompt into words.' });
    await eliminateTask(llm, { ...request, before, after: taskOf({ statement: 'Cut the given prompt into lines.' }) });
    expect(llm.calls).toHaveLength(1);
  });
});
