import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Origin } from '../core/task.ts';
import { ask } from '../replies/ask.ts';
import { extractCode } from '../replies/index.ts';
import type { DescribeRequest } from './describe.ts';
import { rewritePrompts } from './prompts/rewrite.ts';

export interface RewriteRequest extends Omit<DescribeRequest, 'code' | 'level'> {
  readonly description: string;
  /** `baseline` where the description is one that tells nothing. Default `roundtrip`. */
  readonly stage?: 'roundtrip' | 'baseline';
  /** Default `ts`. */
  readonly language?: 'ts' | 'js';
}

export interface Rewritten {
  readonly code: string;
  readonly origin: Origin;
}

/** Asks for a fresh solution from a description alone. */
export async function rewrite(llm: Llm, request: RewriteRequest): Promise<Outcome<Attempt<Rewritten>>> {
  const { description, entryPoint, draw, sample, manner, stage = 'roundtrip', language = 'ts' } = request;
  const label = { stage, seed: draw, sample } as const;
  const slots = { description, entryPoint };
  return await ask(llm, { label, prompt: rewritePrompts[language], slots, manner }, (reply, origin) => {
    // TypeScript is read wherever JavaScript is: what is not JavaScript is for the judge to refuse.
    const found = extractCode(reply.content, { entryPoint, language: 'ts' });
    if (!found.ok) return { kind: 'malformed', message: found.message };
    return { kind: 'made', value: { code: found.code, origin } };
  });
}

/** A description that tells no more than the name and signature: what a described one is measured against. */
export function bareDescription(entryPoint: string, signature: string): string {
  return `${entryPoint}, with this signature:\n\n\`\`\`ts\n${signature}\n\`\`\``;
}
