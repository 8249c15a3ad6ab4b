import { listOfTexts } from '../columns.ts';
import { assistant, user } from './chat.ts';
import type { FormatOf } from './format.ts';

const messages = listOfTexts('role', 'content');

/** TRL's conversational preference type with an explicit prompt, for DPO and its kin. */
export const dpo: FormatOf<'preferences'> = {
  source: 'preferences',
  columns: [
    { name: 'prompt', type: messages },
    { name: 'chosen', type: messages },
    { name: 'rejected', type: messages },
  ],
  shape: 'Each row is a preference: `prompt`, `chosen`, `rejected`, each a list of `{role, content}`.',
  toRow: ({ question, chosen, rejected }) => ({
    prompt: [user(question)],
    chosen: [assistant(chosen)],
    rejected: [assistant(rejected)],
  }),
};
