import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Solution, Task } from '../core/task.ts';
import { extractCode } from '../replies/index.ts';
import { ask, type Sampling } from '../replies/ask.ts';
import { writeSolutionPrompt } from './prompts/write-solution.ts';

export interface SampleRequest {
  readonly task: Task;
  /** The id of the seed that the task came from. */
  readonly seed: string;
  readonly sample: number;
  readonly sampling: Sampling;
}

/** Asks for one solution; the model's reasoning, sent apart or thought aloud, is kept beside the code. */
export async function writeSolution(llm: Llm, request: SampleRequest): Promise<Outcome<Attempt<Solution>>> {
  const { task, seed, sample, sampling } = request;
  const label = { stage: 'solve', seed, sample } as const;
  const messages = writeSolutionPrompt.render(task);
  return await ask(llm, { label, messages, prompt: writeSolutionPrompt, sampling }, (reply, origin) => {
    const found = extractCode(reply.content, { entryPoint: task.entryPoint, language: 'ts' });
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const reasoning = reply.reasoning ?? found.reasoning;
    const id = contentId('sol', [task.id, found.code]);
    return { kind: 'made', value: { id, code: found.code, origin, ...(reasoning !== undefined && { reasoning }) } };
  });
}
