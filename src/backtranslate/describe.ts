import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Llm } from '../core/ports.ts';
import type { Origin } from '../core/task.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { extractText } from '../replies/index.ts';
import { describeCodePrompt } from './prompts/describe-code.ts';

export interface DescribeRequest {
  readonly code: string;
  readonly entryPoint: string;
  /** Key of the draw that the code came from. */
  readonly draw: string;
  readonly sample: number;
  readonly manner: Manner;
}

export interface Description {
  /** Content id, `desc_…`. */
  readonly id: string;
  readonly text: string;
  readonly origin: Origin;
}

/** Asks for a description of verified code, precise enough to write it again from. */
export async function describe(llm: Llm, request: DescribeRequest): Promise<Outcome<Attempt<Description>>> {
  const { code, entryPoint, draw, sample, manner } = request;
  const label = { stage: 'describe', seed: draw, sample } as const;
  const slots = { code, entryPoint };
  return await ask(llm, { label, prompt: describeCodePrompt, slots, manner }, (reply, origin) => {
    const found = extractText(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    return { kind: 'made', value: { id: contentId('desc', [code, found.text]), text: found.text, origin } };
  });
}
