import { z } from 'zod';
import { declaredLast, entryPointOf } from '../names.ts';
import { type Adapter, adapter, languageNamed, otherLanguage, type ReadProblem } from './shape.ts';
import { toProblem } from './to-problem.ts';

const text = z.string();
/** Sets write null for what is not there. */
const optional = text.nullish().transform((value) => value ?? undefined);

const fields = z.object({
  task_id: text.min(1),
  prompt: text,
  test: text.min(1, 'it has no tests'),
  canonical_solution: optional,
  buggy_solution: optional,
  entry_point: optional,
  declaration: optional,
  example_test: optional,
  instruction: optional,
  level: optional,
});

type Row = z.infer<typeof fields>;

/** HumanEval-X: `JavaScript/0`, canonical solutions continue the prompt. */
export const humanevalX: Adapter = adapter({ shape: 'humaneval-x', marks: ['declaration'] }, fields, read);

/** HumanEvalPack: the same, with a buggy solution, and the problem as an instruction. */
export const humanevalpack: Adapter = adapter(
  { shape: 'humanevalpack', marks: ['declaration', 'bug_type'] },
  fields,
  read,
);

/** McEval: `TypeScript/1`, prompts end with the signature. */
export const mceval: Adapter = adapter({ shape: 'mceval', marks: ['level', 'docstring'] }, fields, read);

/** These sets name the language in the id. */
function read(row: Row): ReadProblem {
  const [named = ''] = row.task_id.split('/', 1);
  const language = languageNamed(named);
  if (language === undefined) return otherLanguage(named);
  const { task_id: id, prompt, test: tests, canonical_solution: canonical, buggy_solution: buggy } = row;
  const { example_test: exampleTests, instruction, level: difficulty } = row;
  const entryPoint = entryPointOf(row.entry_point ?? declaredLast(row.declaration ?? ''), { prompt, tests });
  const told = { id, prompt, language, tests, entryPoint, canonical, buggy, exampleTests, instruction, difficulty };
  return { ok: true, problem: toProblem(told) };
}
