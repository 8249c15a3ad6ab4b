import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Solution } from '../core/task.ts';
import { ask } from '../replies/ask.ts';
import { writeAnotherSolutionPrompt } from './prompts/write-another-solution.ts';
import { readSolution, type SampleRequest } from './write-solution.ts';

export interface AnotherRequest extends SampleRequest {
  /** One solution of each way that is known. */
  readonly shown: readonly [Solution, ...Solution[]];
}

/** Asks for a solution by another algorithm than those that are shown. */
export async function writeAnotherSolution(llm: Llm, request: AnotherRequest): Promise<Outcome<Attempt<Solution>>> {
  const { task, draw, sample, manner, shown } = request;
  const { signature, entryPoint } = task;
  const statement = statedTask(task);
  const label = { stage: 'solve', seed: draw, sample } as const;
  const solutions = shown.map(({ code }, index) => `// Solution ${index + 1}\n${code}`).join('\n');
  const slots = { statement, signature, entryPoint, solutions };
  return await ask(llm, { label, prompt: writeAnotherSolutionPrompt, slots, manner }, (reply, origin) => {
    const read = readSolution(task, reply, origin);
    if (read.kind === 'malformed') return read;
    return { kind: 'made', value: { ...read.value, derivedFrom: { by: 'variation', from: shown[0].id } } };
  });
}
