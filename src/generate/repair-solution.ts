import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Solution } from '../core/task.ts';
import type { RejectedVerdict } from '../core/verdict.ts';
import { ask } from '../replies/ask.ts';
import { repairSolutionPrompt } from './prompts/repair-solution.ts';
import { showEvidence } from './show-evidence.ts';
import { readSolution, type SampleRequest } from './write-solution.ts';

export interface SolutionRepairRequest extends SampleRequest {
  readonly broken: Solution;
  readonly verdict: RejectedVerdict;
  /** The task's solutions so far: a reply that repeats one of them is no repair. */
  readonly known: readonly Solution[];
}

/** Hands a rejected solution back with what showed that it is wrong (self-debugging, Chen et al. 2023). */
export async function repairSolution(llm: Llm, request: SolutionRepairRequest): Promise<Outcome<Attempt<Solution>>> {
  const { task, draw, sample, manner, broken, verdict, known } = request;
  const { signature, entryPoint } = task;
  const statement = statedTask(task);
  const label = { stage: 'repair', seed: draw, sample } as const;
  const slots = { statement, signature, entryPoint, solution: broken.code, evidence: showEvidence(verdict) };
  return await ask(llm, { label, prompt: repairSolutionPrompt, slots, manner }, (reply, origin) => {
    const read = readSolution(task, reply, origin);
    if (read.kind === 'malformed') return read;
    if (known.some(({ id }) => id === read.value.id)) {
      return { kind: 'malformed', message: 'the solution is one that there is already' };
    }
    return { kind: 'made', value: { ...read.value, derivedFrom: { by: 'repair', from: broken.id } } };
  });
}
