import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import { contentId } from '../core/id.ts';
import type { Level } from '../core/level.ts';
import type { Llm } from '../core/ports.ts';
import type { Origin } from '../core/task.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { extractText } from '../replies/index.ts';
import { describePrompts } from './prompts/describe-code.ts';

export interface DescribeRequest {
  readonly code: string;
  readonly entryPoint: string;
  /** Key of the draw that the code came from. */
  readonly draw: string;
  readonly sample: number;
  /** Default `statement`. */
  readonly level?: Level;
  readonly manner: Manner;
}

export interface Description {
  /** Content id, `desc_…`. */
  readonly id: string;
  readonly level: Level;
  readonly text: string;
  readonly origin: Origin;
}

/** Asks for a description of verified code, precise enough for its level to write it again from. */
export async function describe(llm: Llm, request: DescribeRequest): Promise<Outcome<Attempt<Description>>> {
  const { code, entryPoint, draw, sample, level = 'statement', manner } = request;
  const label = { stage: 'describe', seed: draw, sample } as const;
  const question = { label, prompt: describePrompts[level], slots: { code, entryPoint }, manner };
  return await ask(llm, question, (reply, origin) => {
    const found = extractText(reply.content);
    if (!found.ok) return { kind: 'malformed', message: found.message };
    const { text } = found;
    // The first level there was goes without its name, so that ids stay as they are.
    const content = level === 'statement' ? [code, text] : [code, text, level];
    return { kind: 'made', value: { id: contentId('desc', content), level, text, origin } };
  });
}
