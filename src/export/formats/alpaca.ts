import { texts } from '../columns.ts';
import type { FormatOf } from './format.ts';

/** Stanford Alpaca's layout; `input` is empty, since the instruction is whole without it. */
export const alpaca: FormatOf<'pairs'> = {
  source: 'pairs',
  columns: texts('instruction', 'input', 'output'),
  shape: 'Each row is `instruction`, `input` (always empty) and `output`.',
  toRow: ({ question, answer }) => ({ instruction: question, input: '', output: answer }),
};
