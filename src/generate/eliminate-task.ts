import { z } from 'zod';
import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import { eliminations, type Elimination } from '../core/decision.ts';
import { ok, type Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Task } from '../core/task.ts';
import { extractJson, readFields } from '../replies/index.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { shapeOf } from '../replies/shape.ts';
import { eliminateTaskPrompt } from './prompts/eliminate-task.ts';

export interface EliminationRequest {
  readonly before: Task;
  readonly after: Task;
  /** Key of the draw that ends with the evolution in question. */
  readonly draw: string;
  readonly manner: Manner;
}

/** What becomes of an evolved task. */
export type Judged =
  | { readonly kind: 'keep' }
  | { readonly kind: 'eliminate'; readonly because: Elimination; readonly why: string };

const verdict = z.object({
  verdict: z.enum(['keep', ...eliminations]),
  reason: z.string().catch(''),
});

const verdictShape = shapeOf(
  'verdict',
  z.strictObject({ verdict: z.enum(['keep', ...eliminations]), reason: z.string() }),
);

/** Words of the prompt that no task has a use for (Xu et al. 2023, elimination evolving). */
const promptWords =
  /#?\s*(?:the )?(?:given|created|rewritten|evolved|original) (?:prompt|task|problem)\b|#\w+ prompt#/iu;

/**
 * Decides whether an evolution is of use: by what can be seen at once (nothing changed, words of the prompt copied),
 * else by asking.
 */
export async function eliminateTask(llm: Llm, request: EliminationRequest): Promise<Outcome<Attempt<Judged>>> {
  const { before, after, draw, manner } = request;
  const seen = seenAtOnce(before, after);
  if (seen) return ok({ kind: 'made', value: seen });
  const slots = {
    before: statedTask(before),
    beforeSignature: before.signature,
    after: statedTask(after),
    afterSignature: after.signature,
  };
  const label = { stage: 'eliminate', seed: draw, sample: 0 } as const;
  return await ask(llm, { label, prompt: eliminateTaskPrompt, slots, manner, shape: verdictShape }, ({ content }) => {
    const found = extractJson(content);
    const read = found.ok
      ? verdict.safeParse(readFields(found.value, Object.keys(verdict.shape)) ?? found.value)
      : undefined;
    if (!read?.success) return { kind: 'malformed', message: found.ok ? 'the reply names no verdict' : found.message };
    const { verdict: because, reason: why } = read.data;
    return { kind: 'made', value: because === 'keep' ? { kind: 'keep' } : { kind: 'eliminate', because, why } };
  });
}

function seenAtOnce(before: Task, after: Task): Judged | undefined {
  if (plain(before.statement) === plain(after.statement)) {
    return { kind: 'eliminate', because: 'no-new-information', why: 'the statement is the one before' };
  }
  const copied = promptWords.exec(after.statement)?.[0];
  if (copied === undefined || promptWords.test(before.statement)) return undefined;
  return { kind: 'eliminate', because: 'copied-prompt', why: `the statement says "${copied.trim()}"` };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
