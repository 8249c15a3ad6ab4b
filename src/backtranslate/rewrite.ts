import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Origin } from '../core/task.ts';
import { ask } from '../replies/ask.ts';
import { extractCode } from '../replies/index.ts';
import type { DescribeRequest } from './describe.ts';
import { rewritePrompt } from './prompts/rewrite.ts';

export interface RewriteRequest extends Omit<DescribeRequest, 'code'> {
  readonly description: string;
}

export interface Rewritten {
  readonly code: string;
  readonly origin: Origin;
}

/** Asks for a fresh solution from a description alone. */
export async function rewrite(llm: Llm, request: RewriteRequest): Promise<Outcome<Attempt<Rewritten>>> {
  const { description, entryPoint, draw, sample, manner } = request;
  const label = { stage: 'roundtrip', seed: draw, sample } as const;
  const slots = { description, entryPoint };
  return await ask(llm, { label, prompt: rewritePrompt, slots, manner }, (reply, origin) => {
    const found = extractCode(reply.content, { entryPoint, language: 'ts' });
    if (!found.ok) return { kind: 'malformed', message: found.message };
    return { kind: 'made', value: { code: found.code, origin } };
  });
}
