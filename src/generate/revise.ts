import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Solution, Suite, Task, WrittenTask } from '../core/task.ts';
import { extractSuite } from '../replies/index.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { showFaults, type CritiqueFault } from './critique.ts';
import { reviseSolutionPrompt, reviseTaskPrompt, reviseTestsPrompt } from './prompts/critique.ts';
import { readTask, taskShape } from './task-draft.ts';
import { readSolution } from './write-solution.ts';

export interface ReviseRequest {
  readonly task: Task;
  readonly faults: readonly CritiqueFault[];
  readonly draw: string;
  /** That of the critique. */
  readonly sample: number;
  readonly manner: Manner;
}

const unchanged = { kind: 'malformed', message: 'the work came back as it was' } as const;

/** Asks for a task again, without what a critique found. */
export async function reviseTask(llm: Llm, request: ReviseRequest): Promise<Outcome<Attempt<WrittenTask>>> {
  const { task, faults, manner } = request;
  const { signature } = task;
  const statement = statedTask(task);
  const slots = { statement, signature, faults: showFaults(faults) };
  return await ask(
    llm,
    { label: labelOf(request), prompt: reviseTaskPrompt, slots, manner, shape: taskShape },
    (reply, origin) => {
      const read = readTask(reply, origin, task);
      return read.kind === 'made' && read.value.task.id === task.id ? unchanged : read;
    },
  );
}

/** Asks for a solution again, without what a critique found. */
export async function reviseSolution(
  llm: Llm,
  request: ReviseRequest & { readonly solution: Solution },
): Promise<Outcome<Attempt<Solution>>> {
  const { task, manner, solution } = request;
  const slots = slotsOf(request, solution.code);
  return await ask(llm, { label: labelOf(request), prompt: reviseSolutionPrompt, slots, manner }, (reply, origin) => {
    const read = readSolution(task, reply, origin);
    if (read.kind === 'malformed') return read;
    if (read.value.id === solution.id) return unchanged;
    return { kind: 'made', value: { ...read.value, derivedFrom: { by: 'revision', from: solution.id } } };
  });
}

/** Asks for a suite again, without what a critique found. */
export async function reviseTests(
  llm: Llm,
  request: ReviseRequest & { readonly suite: Suite },
): Promise<Outcome<Attempt<Suite>>> {
  const { task, manner, suite } = request;
  const slots = slotsOf(request, suite.code);
  return await ask(llm, { label: labelOf(request), prompt: reviseTestsPrompt, slots, manner }, (reply, origin) => {
    const found = extractSuite(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const id = contentId('suite', [task.id, found.code]);
    if (id === suite.id) return unchanged;
    return { kind: 'made', value: { id, code: found.code, blind: suite.blind, revisionOf: suite.id, origin } };
  });
}

function labelOf({ draw, sample }: ReviseRequest) {
  return { stage: 'revise', seed: draw, sample } as const;
}

function slotsOf({ task, faults }: ReviseRequest, work: string) {
  const { signature, entryPoint } = task;
  const statement = statedTask(task);
  return { statement, signature, entryPoint, faults: showFaults(faults), work };
}
