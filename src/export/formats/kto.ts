import { listOfTexts } from '../columns.ts';
import { assistant, user } from './chat.ts';
import type { FormatOf } from './format.ts';

const messages = listOfTexts('role', 'content');

/** TRL's conversational unpaired preference type, for KTO (Ethayarajh et al. 2024). */
export const kto: FormatOf<'labels'> = {
  source: 'labels',
  columns: [
    { name: 'prompt', type: messages },
    { name: 'completion', type: messages },
    { name: 'label', type: 'bool' },
  ],
  shape:
    'Each row is `prompt[{role, content}]`, `completion[{role, content}]` and `label`: whether the tests accept it.',
  toRow: ({ question, answer, label }) => ({ prompt: [user(question)], completion: [assistant(answer)], label }),
};
