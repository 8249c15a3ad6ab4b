import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { MutantEvidence } from '../core/evidence.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Solution, Suite } from '../core/task.ts';
import { ask } from '../replies/ask.ts';
import { extractSuite } from '../replies/index.ts';
import { repairSuitePrompt } from './prompts/repair-suite.ts';
import { showSurvivors } from './show-survivors.ts';
import type { SampleRequest } from './write-solution.ts';

/** A suite that accepts a solution, and some mutants of it too. */
export interface WeakSuite {
  readonly solution: Solution;
  readonly suite: Suite;
  readonly survivors: readonly MutantEvidence[];
}

export interface RepairRequest extends SampleRequest {
  readonly weak: WeakSuite;
  /** The task's suites so far: a reply that repeats one of them is no repair. */
  readonly known: readonly Suite[];
}

/** Asks for a suite again, with the tests that let mutants of a solution live. */
export async function repairSuite(llm: Llm, request: RepairRequest): Promise<Outcome<Attempt<Suite>>> {
  const { task, draw, sample, manner, weak, known } = request;
  const { signature, entryPoint } = task;
  const statement = statedTask(task);
  const { solution, suite, survivors } = weak;
  const label = { stage: 'tests', seed: draw, sample } as const;
  const slots = {
    statement,
    signature,
    entryPoint,
    solution: solution.code,
    suite: suite.code,
    survivors: showSurvivors(solution.code, survivors),
  };
  return await ask(llm, { label, prompt: repairSuitePrompt, slots, manner }, (reply, origin) => {
    const found = extractSuite(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const id = contentId('suite', [task.id, found.code]);
    if (known.some((other) => other.id === id)) {
      return { kind: 'malformed', message: 'the suite is one that there is already' };
    }
    return { kind: 'made', value: { id, code: found.code, blind: false, repairOf: suite.id, origin } };
  });
}
