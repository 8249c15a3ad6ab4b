import { describingPrompt, fencedCode } from '../core/pair-prompt.ts';
import type { PairRow } from '../core/rows.ts';

export interface ChatRow {
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
}

/** A pair as a chat for supervised fine-tuning: OpenAI, TRL and axolotl read it as it is. */
export function toChat(pair: PairRow): ChatRow {
  return pair.direction === 'description-to-code'
    ? chat(pair.description, fencedCode(pair))
    : chat(describingPrompt(pair), pair.description);
}

function chat(question: string, answer: string): ChatRow {
  return {
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ],
  };
}
