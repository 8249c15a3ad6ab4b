import { listOfTexts } from '../columns.ts';
import { assistant, user } from './chat.ts';
import type { FormatOf } from './format.ts';

/** Chats for supervised fine-tuning: OpenAI, TRL and axolotl read them as they are. */
export const openai: FormatOf<'pairs'> = {
  source: 'pairs',
  columns: [{ name: 'messages', type: listOfTexts('role', 'content') }],
  shape: 'Each row is a chat: `messages[{role, content}]`.',
  toRow: ({ question, answer }) => ({ messages: [user(question), assistant(answer)] }),
};
