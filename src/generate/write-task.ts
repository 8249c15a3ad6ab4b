import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import { drawKey, type Draw } from '../core/draw.ts';
import type { Seed } from '../core/seed.ts';
import type { WrittenTask } from '../core/task.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { writeTaskPrompt } from './prompts/write-task.ts';
import { readTask, taskShape } from './task-draft.ts';

/** Asks for one task inspired by a seed; another one for each take. */
export async function writeTask(
  llm: Llm,
  { seed, take = 0 }: Pick<Draw, 'seed' | 'take'>,
  manner: Manner,
): Promise<Outcome<Attempt<WrittenTask>>> {
  const { kind, topic, difficulty, title } = seed;
  const slots = { kind, topic, difficulty, title, seed: describeSeed(seed) };
  const label = { stage: 'task', seed: drawKey(seed.id, [], take), sample: take } as const;
  const given = { difficulty, topics: [topic] };
  return await ask(llm, { label, prompt: writeTaskPrompt, slots, manner, shape: taskShape }, (reply, origin) =>
    readTask(reply, origin, given),
  );
}

function describeSeed(seed: Seed): string {
  return seed.code === undefined ? seed.text : `${seed.text}\n\n\`\`\`${seed.language ?? 'ts'}\n${seed.code}\n\`\`\``;
}
