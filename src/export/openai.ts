import type { PairRow } from '../core/rows.ts';

export interface ChatRow {
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
}

/** A pair as a chat for supervised fine-tuning: OpenAI, TRL and axolotl read it as it is. */
export function toChat(pair: PairRow): ChatRow {
  const code = `\`\`\`ts\n${pair.code.trimEnd()}\n\`\`\``;
  return pair.direction === 'description-to-code'
    ? chat(pair.description, code)
    : chat(
        `Describe what this TypeScript module does, precisely enough to write it again:\n\n${code}`,
        pair.description,
      );
}

function chat(question: string, answer: string): ChatRow {
  return {
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ],
  };
}
