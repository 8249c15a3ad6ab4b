import { z } from 'zod';
import { type Adapter, adapter } from './shape.ts';

const text = z.string();

const row = z.object({
  id: text.min(1),
  task: z.object({
    statement: text,
    signature: text,
    entry_point: text,
    difficulty: text.optional(),
    topics: z.array(text).default([]),
  }),
  solution: text,
  tests: text.min(1, 'it has no tests'),
  verification: z.object({ language: z.enum(['ts', 'js']).default('ts') }).optional(),
});

/** Rows of Winnow's own `samples.jsonl`: every dataset is a benchmark. */
export const dataset: Adapter = adapter({ shape: 'winnow-dataset', marks: ['task', 'solution'] }, row, (found) => {
  const { id, task, solution, tests, verification } = found;
  return {
    ok: true,
    problem: {
      id,
      prompt: `${task.statement.trim()}\n\nThe module exports:\n\n${task.signature.trim()}\n`,
      entryPoint: task.entry_point,
      language: verification?.language ?? 'ts',
      tests,
      canonical: solution,
      stop: [],
      topics: task.topics,
      ...(task.difficulty !== undefined && { difficulty: task.difficulty }),
    },
  };
});
