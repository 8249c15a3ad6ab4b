import { listOfTexts, texts } from '../columns.ts';
import { user } from './chat.ts';
import type { FormatOf } from './format.ts';

/** TRL's conversational prompt-only type; a reward function gets the other columns by their names. */
export const grpo: FormatOf<'tasks'> = {
  source: 'tasks',
  columns: [
    { name: 'prompt', type: listOfTexts('role', 'content') },
    { name: 'tests', type: { list: 'string' } },
    ...texts('entry_point', 'task', 'difficulty'),
    { name: 'max_execution_time', type: 'float64' },
  ],
  shape:
    'Each row is a task: `prompt[{role, content}]`, and for the reward function `tests` (test modules), `entry_point`, `task`, `difficulty`, `max_execution_time` (seconds).',
  toRow: ({ question, tests, task, entryPoint, difficulty, maxExecutionTime }) => ({
    prompt: [user(question)],
    tests,
    entry_point: entryPoint,
    task,
    difficulty,
    max_execution_time: maxExecutionTime,
  }),
};
