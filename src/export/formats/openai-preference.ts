import { listOfTexts } from '../columns.ts';
import { assistant, user } from './chat.ts';
import type { FormatOf } from './format.ts';

const messages = listOfTexts('role', 'content');

/** Preferences as OpenAI's direct preference optimisation takes them: one turn of the assistant on either side. */
export const openaiPreference: FormatOf<'preferences'> = {
  source: 'preferences',
  columns: [
    { name: 'input', type: { struct: [{ name: 'messages', type: messages }] } },
    { name: 'preferred_output', type: messages },
    { name: 'non_preferred_output', type: messages },
  ],
  shape:
    'Each row is a preference: `input.messages`, `preferred_output[{role, content}]`, `non_preferred_output[{role, content}]`.',
  toRow: ({ question, chosen, rejected }) => ({
    input: { messages: [user(question)] },
    preferred_output: [assistant(chosen)],
    non_preferred_output: [assistant(rejected)],
  }),
};
