import { describe, expect, test } from 'vitest';
import { writeTask } from '../../../src/generate/write-task.ts';
import { writeTaskPrompt } from '../../../src/generate/prompts/write-task.ts';
import { failed } from '../../../src/core/fault.ts';
import { scriptedLlm } from '../../../src/llm/scripted.ts';
import { passingFault, seedOf } from '../support/examples.ts';

const manner = { temperature: 0.5, maxTokens: 100 };
const seed = seedOf({ difficulty: 'hard' });
const draft = {
  title: ' Double ',
  statement: 'Double a number.',
  signature: 'export function double(n: number): number;',
  entry_point: 'double',
  difficulty: 'easy',
  topics: ['numbers', 'strings', 'numbers'],
  kind: 'function',
};

/** What comes of a reply that holds these members instead of the draft's. */
async function attempt(changes: Readonly<Record<string, unknown>>) {
  const outcome = await writeTask(scriptedLlm(JSON.stringify({ ...draft, ...changes })), { seed }, manner);
  if (!outcome.ok) throw new Error('a fault');
  return outcome.value;
}

async function task(changes: Readonly<Record<string, unknown>>) {
  const made = await attempt(changes);
  if (made.kind !== 'made') throw new Error(made.message);
  return made.value.task;
}

describe('writeTask', () => {
  test('asks once, with the seed, under the label of the seed', async () => {
    const llm = scriptedLlm(JSON.stringify(draft));
    await writeTask(llm, { seed }, manner);
    expect(llm.calls).toEqual([
      {
        label: { stage: 'task', seed: seed.id, sample: 0 },
        messages: writeTaskPrompt.render({ ...seed, seed: seed.text }),
        temperature: 0.5,
        maxTokens: 100,
        shape: expect.objectContaining({ name: 'task' }) as object,
      },
    ]);
  });

  test('asks for another one for each take, under a label of its own', async () => {
    const llm = scriptedLlm(JSON.stringify(draft));
    await writeTask(llm, { seed, take: 3 }, manner);
    expect(llm.calls[0]?.label).toEqual({ stage: 'task', seed: `${seed.id}~3`, sample: 3 });
  });

  test('shows the code of a snippet', async () => {
    const llm = scriptedLlm(JSON.stringify(draft));
    await writeTask(llm, { seed: { ...seed, kind: 'snippet', code: 'let a', language: 'js' } }, manner);
    expect(llm.calls[0]?.messages[1]?.content).toContain(`${seed.text}\n\n\`\`\`js\nlet a\n\`\`\``);
  });

  test('makes a task, with the topic of the seed first', async () => {
    expect(await attempt({})).toEqual({
      kind: 'made',
      value: {
        task: {
          id: expect.stringMatching(/^task_[0-9a-f]{16}$/u) as string,
          title: 'Double',
          statement: 'Double a number.',
          signature: 'export function double(n: number): number;',
          entryPoint: 'double',
          difficulty: 'easy',
          topics: ['strings', 'numbers'],
          kind: 'function',
        },
        origin: {
          sample: 0,
          model: 'scripted',
          temperature: 0.5,
          prompt: { name: 'write-task', hash: writeTaskPrompt.hash },
        },
      },
    });
  });

  test('takes a precondition, and nothing for none', async () => {
    const precondition = '(n) => Number.isInteger(n)';
    expect(await task({ precondition })).toMatchObject({ precondition });
    for (const none of ['', ' ', null, undefined])
      expect(await task({ precondition: none })).not.toHaveProperty('precondition');
    expect(await attempt({ precondition: 'n > 0' })).toMatchObject({
      message: 'precondition: is no JavaScript arrow function',
    });
    expect(await attempt({ precondition: '(n: number) => n > 0' })).toMatchObject({ kind: 'malformed' });
  });

  test('gives the same content the same id', async () => {
    expect((await task({})).id).toBe((await task({ unknown_member: 1 })).id);
    expect((await task({ statement: 'Other.' })).id).not.toBe((await task({})).id);
  });

  test.each([
    [{ difficulty: 'fiendish' }, { difficulty: 'hard' }],
    [{ difficulty: undefined }, { difficulty: 'hard' }],
    [{ topics: 'numbers' }, { topics: ['strings'] }],
    [{ kind: 'program' }, { kind: 'function' }],
    [{ kind: 'class' }, { kind: 'class' }],
  ])('forgives %j', async (changes, expected) => {
    expect(await task(changes)).toMatchObject(expected);
  });

  test.each([
    ['in a wrapper', { task: draft }],
    ['in a list', [draft]],
    ['under other spellings', { ...draft, entry_point: undefined, EntryPoint: 'double' }],
  ])('reads a task %s', async (_, reply) => {
    const outcome = await writeTask(scriptedLlm(JSON.stringify(reply)), { seed }, manner);
    expect(outcome).toMatchObject({ value: { kind: 'made', value: { task: await task({}) } } });
  });

  test.each([
    [{ title: ' ' }, /^title: /u],
    [{ statement: undefined, signature: 3 }, /^statement: .*; signature: /u],
    [{ entry_point: 'a b' }, /^entry_point: is not an identifier$/u],
    [{ entry_point: 'treble' }, /^the signature does not declare treble$/u],
  ])('refuses %j and keeps the reply', async (changes, message) => {
    expect(await attempt(changes)).toEqual({
      kind: 'malformed',
      message: expect.stringMatching(message) as string,
      reply: JSON.stringify({ ...draft, ...changes }),
      model: 'scripted',
    });
  });

  test('refuses a reply without JSON, and keeps it', async () => {
    const outcome = await writeTask(scriptedLlm('I cannot do that.'), { seed }, manner);
    expect(outcome).toMatchObject({ value: { kind: 'malformed', reply: 'I cannot do that.' } });
  });

  test('hands on a fault as it is', async () => {
    expect(await writeTask(scriptedLlm(failed(passingFault)), { seed }, manner)).toEqual(failed(passingFault));
  });
});
