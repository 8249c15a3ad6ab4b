import { describe, expect, test } from 'vitest';
import { definePrompt } from '../../../src/core/prompt.ts';
import type { PromptBook } from '../../../src/core/prompt-book.ts';
import { failed, ok } from '../../../src/core/fault.ts';
import { writeSolution } from '../../../src/generate/write-solution.ts';
import { writeSuite } from '../../../src/generate/write-suite.ts';
import { blindSuitePrompts, writeSightedSuitePrompt } from '../../../src/generate/prompts/write-suite.ts';
import { scriptedLlm, scriptedReply } from '../../../src/llm/scripted.ts';
import { originOf, passingFault, taskOf } from '../support/examples.ts';

const task = taskOf();
const request = { task, draw: 'numbers/double', sample: 2, manner: { temperature: 0.5, maxTokens: 100 } };
const code = 'export const double = (n: number): number => n * 2;\n';
const suite = "import { test } from 'vitest';\ntest('a', () => {});\n";
const fenced = (text: string): string => `Here you are:\n\`\`\`ts\n${text}\`\`\`\n`;

describe('writeSolution', () => {
  test('asks with the task, under a label of its own for each sample', async () => {
    const llm = scriptedLlm(fenced(code));
    await writeSolution(llm, request);
    expect(llm.calls[0]).toMatchObject({
      label: { stage: 'solve', seed: 'numbers/double', sample: 2 },
      temperature: 0.5,
      maxTokens: 100,
    });
    const asked = llm.calls[0]?.messages[1]?.content;
    expect(asked).toContain(task.statement);
    expect(asked).toContain(task.signature);
    expect(asked).toContain('exports double');
  });

  test('says which inputs are valid, where the task does', async () => {
    const llm = scriptedLlm(fenced(code));
    await writeSolution(llm, { ...request, task: taskOf({ precondition: '(n) => n > 0' }) });
    expect(llm.calls[0]?.messages[1]?.content).toContain('```js\n(n) => n > 0\n```');
  });

  test('asks for a style, by a prompt of its own', async () => {
    const llm = scriptedLlm(fenced(code));
    const outcome = await writeSolution(llm, { ...request, style: 'functional' });
    expect(llm.calls[0]?.messages[1]?.content).toContain('functional style');
    expect(outcome).toMatchObject({ value: { value: { origin: { prompt: { name: 'write-solution-functional' } } } } });
  });

  test('asks in the words of the user, where there are such', async () => {
    const own = definePrompt({ name: 'write-solution', system: 'S', user: 'Solve {{statement}}' }, ['statement']);
    const llm = scriptedLlm(fenced(code));
    const prompts: PromptBook = { of: (prompt) => (prompt.name === own.name ? (own as typeof prompt) : prompt) };
    const outcome = await writeSolution(llm, { ...request, manner: { ...request.manner, prompts } });
    expect(llm.calls[0]?.messages).toEqual([
      { role: 'system', content: 'S' },
      { role: 'user', content: 'Solve Double a number.' },
    ]);
    expect(outcome).toMatchObject({ value: { value: { origin: { prompt: { hash: own.hash } } } } });
  });

  test('takes the code out of the reply', async () => {
    const outcome = await writeSolution(scriptedLlm(fenced(code)), request);
    expect(outcome).toMatchObject({ value: { kind: 'made', value: { code, origin: { sample: 2 } } } });
    expect(outcome.ok && outcome.value.kind === 'made' && outcome.value.value.id).toMatch(/^sol_[0-9a-f]{16}$/u);
    expect(JSON.stringify(outcome)).not.toContain('reasoning');
  });

  test('keeps reasoning that is sent apart, or else thought aloud', async () => {
    const apart = scriptedReply(fenced(code), { reasoning: 'apart' });
    const aloud = `<think>\naloud\n</think>\n${fenced(code)}`;
    const both = scriptedReply(aloud, { reasoning: 'apart' });
    for (const [reply, reasoning] of [
      [ok(apart), 'apart'],
      [aloud, 'aloud'],
      [ok(both), 'apart'],
    ] as const) {
      expect(await writeSolution(scriptedLlm(reply), request)).toMatchObject({ value: { value: { reasoning } } });
    }
  });

  test('gives equal code of one task the same id, of another task another', async () => {
    const idOf = async (more: object): Promise<string> => {
      const outcome = await writeSolution(scriptedLlm(fenced(code)), { ...request, ...more });
      if (!outcome.ok || outcome.value.kind !== 'made') throw new Error('no solution');
      return outcome.value.value.id;
    };
    expect(await idOf({ sample: 1 })).toBe(await idOf({ sample: 0 }));
    expect(await idOf({ task: taskOf({ id: 'task_2' }) })).not.toBe(await idOf({}));
  });

  test('keeps a reply that holds no code', async () => {
    const outcome = await writeSolution(scriptedLlm('No.'), request);
    expect(outcome).toMatchObject({ value: { kind: 'malformed', reply: 'No.' } });
  });

  test('hands on a fault as it is', async () => {
    expect(await writeSolution(scriptedLlm(failed(passingFault)), request)).toEqual(failed(passingFault));
  });
});

describe('writeSuite', () => {
  const inSight = { id: 'sol_1', code: 'export const double = SEEN;', origin: originOf() };

  test('writes blind without a solution', async () => {
    const llm = scriptedLlm(fenced(suite));
    const outcome = await writeSuite(llm, request);
    expect(llm.calls[0]?.label).toEqual({ stage: 'tests', seed: 'numbers/double', sample: 2 });
    expect(llm.calls[0]?.messages).toEqual(blindSuitePrompts.whole.render(task));
    expect(outcome).toMatchObject({
      value: { kind: 'made', value: { code: suite, blind: true, origin: { prompt: { name: 'write-suite-blind' } } } },
    });
  });

  test.each(['edge-cases', 'properties'] as const)('may be about %s', async (focus) => {
    const llm = scriptedLlm(fenced(suite));
    const outcome = await writeSuite(llm, { ...request, focus });
    expect(llm.calls[0]?.messages).toEqual(blindSuitePrompts[focus].render(task));
    expect(outcome).toMatchObject({ value: { value: { blind: true } } });
  });

  test('shows the solution in sight, and says so', async () => {
    const llm = scriptedLlm(fenced(suite));
    const outcome = await writeSuite(llm, { ...request, inSight });
    expect(llm.calls[0]?.messages).toEqual(writeSightedSuitePrompt.render({ ...task, solution: inSight.code }));
    expect(outcome).toMatchObject({
      value: { kind: 'made', value: { blind: false, origin: { prompt: { hash: writeSightedSuitePrompt.hash } } } },
    });
  });

  test('keeps a reply that holds no suite', async () => {
    expect(await writeSuite(scriptedLlm('No.'), request)).toMatchObject({ value: { kind: 'malformed', reply: 'No.' } });
  });
});
