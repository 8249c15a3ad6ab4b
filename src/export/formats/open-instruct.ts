import { listOfTexts, texts } from '../columns.ts';
import { user } from './chat.ts';
import type { FormatOf } from './format.ts';

/** The layout of open-instruct's RLVR; `code` names the verifier that posts the ground truth to its code API. */
export const openInstruct: FormatOf<'tasks'> = {
  source: 'tasks',
  columns: [{ name: 'messages', type: listOfTexts('role', 'content') }, ...texts('ground_truth', 'dataset')],
  shape:
    'Each row is a task: `messages[{role, content}]`, `ground_truth`, `dataset`. `ground_truth` is a JSON list of test modules: the `tests` of a `POST /test_program` to `winnow serve`.',
  toRow: ({ question, tests }) => ({
    messages: [user(question)],
    ground_truth: JSON.stringify(tests),
    dataset: 'code',
  }),
};
