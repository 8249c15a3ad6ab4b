import { listOfTexts } from '../columns.ts';
import type { FormatOf } from './format.ts';

/** ShareGPT's layout. Its optional `system` is left out: there is none. */
export const sharegpt: FormatOf<'pairs'> = {
  source: 'pairs',
  columns: [{ name: 'conversations', type: listOfTexts('from', 'value') }],
  shape: 'Each row is a chat: `conversations[{from, value}]`, from `human` and `gpt`.',
  toRow: ({ question, answer }) => ({
    conversations: [
      { from: 'human', value: question },
      { from: 'gpt', value: answer },
    ],
  }),
};
