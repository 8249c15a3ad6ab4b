import { listOfTexts, texts } from '../columns.ts';
import { user } from './chat.ts';
import type { FormatOf } from './format.ts';

/** verl's layout for reinforcement learning; the ground truth is the list of test modules, as JSON. */
export const verl: FormatOf<'tasks'> = {
  source: 'tasks',
  columns: [
    ...texts('data_source'),
    { name: 'prompt', type: listOfTexts('role', 'content') },
    ...texts('ability'),
    { name: 'reward_model', type: { struct: texts('style', 'ground_truth') } },
    {
      name: 'extra_info',
      type: {
        struct: [
          ...texts('split'),
          { name: 'index', type: 'int64' },
          ...texts('task', 'entry_point', 'difficulty'),
          { name: 'max_execution_time', type: 'float64' },
        ],
      },
    },
  ],
  shape:
    'Each row is a task: `data_source`, `prompt[{role, content}]`, `ability`, `reward_model{style, ground_truth}`, `extra_info{split, index, …}`. `ground_truth` is a JSON list of test modules: the `tests` of a `POST /test_program` to `winnow serve`.',
  toRow: ({ question, tests, task, entryPoint, difficulty, maxExecutionTime }, { split, index }) => ({
    data_source: 'winnow',
    prompt: [user(question)],
    ability: 'code',
    reward_model: { style: 'rule', ground_truth: JSON.stringify(tests) },
    extra_info: {
      split,
      index,
      task,
      entry_point: entryPoint,
      difficulty,
      max_execution_time: maxExecutionTime,
    },
  }),
};
