import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { Operator } from '../core/operator.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Task, WrittenTask } from '../core/task.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { evolveTaskPrompts } from './prompts/evolve-task.ts';
import { readTask, taskShape } from './task-draft.ts';

export interface EvolveRequest {
  readonly task: Task;
  readonly operator: Operator;
  /** Key of the draw that ends with this operator. */
  readonly draw: string;
  readonly manner: Manner;
}

/** Asks for the task that an operator makes of another. */
export async function evolveTask(llm: Llm, request: EvolveRequest): Promise<Outcome<Attempt<WrittenTask>>> {
  const { task, operator, draw, manner } = request;
  const { title, difficulty, signature } = task;
  const statement = statedTask(task);
  const slots = { title, difficulty, statement, signature };
  const label = { stage: 'evolve', seed: draw, sample: 0 } as const;
  return await ask(
    llm,
    { label, prompt: evolveTaskPrompts[operator], slots, manner, shape: taskShape },
    (reply, origin) => readTask(reply, origin, task),
  );
}
