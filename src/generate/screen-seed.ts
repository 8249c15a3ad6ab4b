import { z } from 'zod';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Seed } from '../core/seed.ts';
import { extractJson, readFields } from '../replies/index.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { shapeOf } from '../replies/shape.ts';
import { screenSeedPrompt } from './prompts/screen-seed.ts';

/** What the model thinks of a piece of code. */
export interface Opinion {
  readonly educational: boolean;
  readonly reason: string;
}

const opinion = z.object({ educational: z.boolean(), reason: z.string().catch('') });
const opinionShape = shapeOf('opinion', z.strictObject({ educational: z.boolean(), reason: z.string() }));

/** Asks whether a piece of real code is worth a task (the educational filter of Wei et al. 2024, "SelfCodeAlign"). */
export async function screenSeed(llm: Llm, seed: Seed, manner: Manner): Promise<Outcome<Attempt<Opinion>>> {
  const label = { stage: 'screen', seed: seed.id, sample: 0 } as const;
  const slots = { title: seed.title, code: seed.code ?? seed.text };
  const question = { label, prompt: screenSeedPrompt, slots, manner, shape: opinionShape };
  return await ask(llm, question, ({ content }) => {
    const found = extractJson(content);
    const fields = found.ok ? readFields(found.value, Object.keys(opinion.shape)) : undefined;
    const read = opinion.safeParse(fields);
    if (read.success) return { kind: 'made', value: read.data };
    return {
      kind: 'malformed',
      message: found.ok ? 'the reply does not say whether it is educational' : found.message,
    };
  });
}
