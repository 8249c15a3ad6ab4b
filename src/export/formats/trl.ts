import { listOfTexts } from '../columns.ts';
import { assistant, user } from './chat.ts';
import type { FormatOf } from './format.ts';

const messages = listOfTexts('role', 'content');

/** TRL's conversational prompt-completion type: the loss is of the completion alone, under the model's own template. */
export const trl: FormatOf<'pairs'> = {
  source: 'pairs',
  columns: [
    { name: 'prompt', type: messages },
    { name: 'completion', type: messages },
  ],
  shape: 'Each row is `prompt[{role, content}]` and `completion[{role, content}]`.',
  toRow: ({ question, answer }) => ({ prompt: [user(question)], completion: [assistant(answer)] }),
};
