import { z } from 'zod';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Seed } from '../core/seed.ts';
import type { Origin, Task, TaskDraft } from '../core/task.ts';
import { extractJson, readFields } from '../replies/index.ts';
import { ask, type Sampling } from '../replies/ask.ts';
import { writeTaskPrompt } from './prompts/write-task.ts';

export interface WrittenTask {
  readonly task: Task;
  readonly origin: Origin;
}

const taskReply = z.object({
  title: z.string().trim().min(1),
  statement: z.string().trim().min(1),
  signature: z.string().trim().min(1),
  entry_point: z.string().regex(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u, 'is not an identifier'),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional().catch(undefined),
  topics: z.array(z.string()).catch([]),
  kind: z.enum(['function', 'class']).catch('function'),
});

/** Asks for one task inspired by a seed. */
export async function writeTask(llm: Llm, seed: Seed, sampling: Sampling): Promise<Outcome<Attempt<WrittenTask>>> {
  const messages = writeTaskPrompt.render({ ...seed, seed: describeSeed(seed) });
  const label = { stage: 'task', seed: seed.id, sample: 0 } as const;
  return await ask(llm, { label, messages, prompt: writeTaskPrompt, sampling }, (reply, origin) => {
    const found = extractJson(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const draft = readDraft(found.value, seed);
    return typeof draft === 'string'
      ? { kind: 'malformed', message: draft }
      : { kind: 'made', value: { task: { id: contentId('task', draft), ...draft }, origin } };
  });
}

function describeSeed(seed: Seed): string {
  return seed.code === undefined ? seed.text : `${seed.text}\n\n\`\`\`${seed.language ?? 'ts'}\n${seed.code}\n\`\`\``;
}

/** The task a reply describes, or what is wrong with it. */
function readDraft(value: unknown, seed: Seed): TaskDraft | string {
  const parsed = taskReply.safeParse(readFields(value, Object.keys(taskReply.shape)) ?? value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join('; ');
  }
  const { entry_point: entryPoint, difficulty = seed.difficulty, ...rest } = parsed.data;
  if (!rest.signature.includes(entryPoint)) return `the signature does not declare ${entryPoint}`;
  return { ...rest, entryPoint, difficulty, topics: [...new Set([seed.topic, ...rest.topics])] };
}
