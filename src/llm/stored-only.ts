import { failed } from '../core/fault.ts';
import type { Llm, LlmRequest } from '../core/ports.ts';
import { withCache, type CacheOptions } from './cached.ts';
import { llmFault } from './fault.ts';
import { replyKey } from './key.ts';

/** Answers from the store alone and sends nothing: a request without a stored reply is a fault, `not-stored`. */
export function storedOnly(options: CacheOptions): Llm & { knows(request: LlmRequest): Promise<boolean> } {
  const cached = withCache({ complete: (request) => Promise.resolve(failed(notStored(request.label))) }, options);
  const knows = async (request: LlmRequest): Promise<boolean> =>
    (await options.cache.get(replyKey(request, options))) !== undefined;
  return { complete: (request) => cached.complete(request), knows };
}

function notStored({ stage, seed, sample }: Parameters<Llm['complete']>[0]['label']): ReturnType<typeof llmFault> {
  const message = `No reply is stored for ${stage} of ${seed} (sample ${sample}), and nothing is asked. \`winnow run\` with the same settings asks.`;
  return llmFault('not-stored', message);
}
