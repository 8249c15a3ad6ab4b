import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm, LlmReply } from '../core/ports.ts';
import type { Origin, Solution, Task } from '../core/task.ts';
import type { Style } from '../core/writing.ts';
import { extractCode } from '../replies/index.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { styledSolutionPrompts, writeSolutionPrompt } from './prompts/write-solution.ts';

export interface SampleRequest {
  readonly task: Task;
  /** Key of the draw that the task came from. */
  readonly draw: string;
  readonly sample: number;
  readonly manner: Manner;
}

export interface SolutionRequest extends SampleRequest {
  /** Left out, the model writes as it likes. */
  readonly style?: Style;
}

/** Asks for one solution; the model's reasoning, sent apart or thought aloud, is kept beside the code. */
export async function writeSolution(llm: Llm, request: SolutionRequest): Promise<Outcome<Attempt<Solution>>> {
  const { task, draw, sample, manner, style } = request;
  const { signature, entryPoint } = task;
  const statement = statedTask(task);
  const label = { stage: 'solve', seed: draw, sample } as const;
  const prompt = style === undefined ? writeSolutionPrompt : styledSolutionPrompts[style];
  const slots = { statement, signature, entryPoint };
  return await ask(llm, { label, prompt, slots, manner }, (reply, origin) => readSolution(task, reply, origin));
}

type Reading =
  | { readonly kind: 'made'; readonly value: Solution }
  | { readonly kind: 'malformed'; readonly message: string };

/** Takes a task's solution out of a reply. */
export function readSolution(task: Task, reply: LlmReply, origin: Origin): Reading {
  const found = extractCode(reply.content, { entryPoint: task.entryPoint, language: 'ts' });
  if (!found.ok) return { kind: 'malformed', message: found.message };
  const reasoning = reply.reasoning ?? found.reasoning;
  const id = contentId('sol', [task.id, found.code]);
  return { kind: 'made', value: { id, code: found.code, origin, ...(reasoning !== undefined && { reasoning }) } };
}
