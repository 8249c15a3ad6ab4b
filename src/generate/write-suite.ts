import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Solution, Suite } from '../core/task.ts';
import type { Focus } from '../core/writing.ts';
import { extractSuite } from '../replies/index.ts';
import { ask } from '../replies/ask.ts';
import { blindSuitePrompts, writeSightedSuitePrompt } from './prompts/write-suite.ts';
import type { SampleRequest } from './write-solution.ts';

export interface SuiteRequest extends SampleRequest {
  /** A solution to look at; left out, the suite is written blind. */
  readonly inSight?: Solution;
  /** What a blind suite is to be about. Default `whole`. */
  readonly focus?: Focus;
}

/** Asks for one test suite of a task. */
export async function writeSuite(llm: Llm, request: SuiteRequest): Promise<Outcome<Attempt<Suite>>> {
  const { task, draw, sample, manner, inSight, focus = 'whole' } = request;
  const { signature, entryPoint } = task;
  const statement = statedTask(task);
  const label = { stage: 'tests', seed: draw, sample } as const;
  const slots = { statement, signature, entryPoint, solution: inSight?.code ?? '' };
  const prompt = inSight ? writeSightedSuitePrompt : blindSuitePrompts[focus];
  return await ask(llm, { label, prompt, slots, manner }, (reply, origin) => {
    const found = extractSuite(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const id = contentId('suite', [task.id, found.code]);
    return { kind: 'made', value: { id, code: found.code, blind: inSight === undefined, origin } };
  });
}
