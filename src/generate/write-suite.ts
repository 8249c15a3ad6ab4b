import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Solution, Suite } from '../core/task.ts';
import { extractSuite } from '../replies/index.ts';
import { ask } from '../replies/ask.ts';
import { writeBlindSuitePrompt, writeSightedSuitePrompt } from './prompts/write-suite.ts';
import type { SampleRequest } from './write-solution.ts';

export interface SuiteRequest extends SampleRequest {
  /** A solution to look at; left out, the suite is written blind. */
  readonly inSight?: Solution;
}

/** Asks for one test suite of a task. */
export async function writeSuite(llm: Llm, request: SuiteRequest): Promise<Outcome<Attempt<Suite>>> {
  const { task, seed, sample, sampling, inSight } = request;
  const label = { stage: 'tests', seed, sample } as const;
  const prompt = inSight ? writeSightedSuitePrompt : writeBlindSuitePrompt;
  const messages = inSight
    ? writeSightedSuitePrompt.render({ ...task, solution: inSight.code })
    : writeBlindSuitePrompt.render(task);
  return await ask(llm, { label, messages, prompt, sampling }, (reply, origin) => {
    const found = extractSuite(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const id = contentId('suite', [task.id, found.code]);
    return { kind: 'made', value: { id, code: found.code, blind: inSight === undefined, origin } };
  });
}
