import { z } from 'zod';
import { entryPointOf } from '../names.ts';
import { type Adapter, adapter, languageNamed, otherLanguage } from './shape.ts';
import { toProblem } from './to-problem.ts';

const text = z.string();
/** Sets write null for what is not there. */
const optional = text.nullish().transform((value) => value ?? undefined);

const mbxpRow = z.object({
  task_id: text.min(1),
  prompt: text,
  test: text.min(1, 'it has no tests'),
  language: text,
  description: optional,
  entry_point: optional,
  canonical_solution: optional,
});

/** MBXP and mxeval: the language has a field of its own, tests assert at the top level. */
export const mbxp: Adapter = adapter({ shape: 'mbxp', marks: ['description', 'test'] }, mbxpRow, (row) => {
  const language = languageNamed(row.language);
  if (language === undefined) return otherLanguage(row.language);
  const { task_id: id, prompt, test: tests, canonical_solution: canonical, description: instruction } = row;
  const entryPoint = entryPointOf(row.entry_point, { prompt, tests });
  return { ok: true, problem: toProblem({ id, prompt, language, tests, entryPoint, canonical, instruction }) };
});

const multiplRow = z.object({
  name: text.min(1),
  language: text,
  prompt: text,
  tests: text.min(1, 'it has no tests'),
  stop_tokens: z.array(text).default([]),
});

/** MultiPL-E: translated HumanEval and MBPP, with stop sequences. */
export const multiplE: Adapter = adapter({ shape: 'multipl-e', marks: ['name', 'stop_tokens'] }, multiplRow, (row) => {
  const language = languageNamed(row.language);
  if (language === undefined) return otherLanguage(row.language);
  const { name: id, prompt, tests, stop_tokens: stop } = row;
  const entryPoint = entryPointOf(undefined, { prompt, tests });
  return { ok: true, problem: toProblem({ id, prompt, language, tests, stop, entryPoint }) };
});
