import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Suite } from '../core/task.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { extractSuite } from '../replies/index.ts';
import { writeSuiteForCodePrompt } from './prompts/write-suite-for-code.ts';

export interface CodeSuiteRequest {
  readonly code: string;
  readonly entryPoint: string;
  /** Key of the draw that the code came from. */
  readonly draw: string;
  readonly sample: number;
  readonly manner: Manner;
}

/** Asks for one test suite of code that is right as it is. */
export async function writeSuiteForCode(llm: Llm, request: CodeSuiteRequest): Promise<Outcome<Attempt<Suite>>> {
  const { code, entryPoint, draw, sample, manner } = request;
  const label = { stage: 'tests', seed: draw, sample } as const;
  const question = { label, prompt: writeSuiteForCodePrompt, slots: { code, entryPoint }, manner };
  return await ask(llm, question, (reply, origin) => {
    const found = extractSuite(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const id = contentId('suite', [code, found.code]);
    return { kind: 'made', value: { id, code: found.code, blind: false, origin } };
  });
}
