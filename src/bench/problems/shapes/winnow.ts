import { z } from 'zod';
import type { TestStyle } from '../../../core/test-style.ts';
import { entryPointOf, languageOfCode } from '../names.ts';
import { type Adapter, adapter, languageNamed, otherLanguage, type ReadProblem, refused } from './shape.ts';
import { toProblem } from './to-problem.ts';

const text = z.string();
/** Sets write null for what is not there. */
const optional = text.nullish().transform((value) => value ?? undefined);
const names = z
  .array(text)
  .nullish()
  .transform((value) => value ?? []);

const row = z.object({
  task_id: optional,
  id: optional,
  prompt: text,
  test: optional,
  tests: optional,
  example_test: optional,
  example_tests: optional,
  entry_point: optional,
  canonical_solution: optional,
  buggy_solution: optional,
  instruction: optional,
  language: optional,
  test_style: optional,
  stop: names,
  topics: names,
  difficulty: optional,
  files: z
    .record(text, text)
    .nullish()
    .transform((value) => value ?? undefined),
});

const styles: ReadonlySet<string> = new Set<TestStyle>(['vitest', 'jest', 'assert', 'console.assert', 'throw']);

/** Winnow's own problem rows; a `test_style` that it does not know is left to be detected. */
export const winnow: Adapter = adapter({ shape: 'winnow', marks: ['prompt'] }, row, read);

function read(found: z.infer<typeof row>): ReadProblem {
  const id = found.task_id ?? found.id;
  if (id === undefined || id === '') return refused('task_id is missing');
  const tests = found.test ?? found.tests;
  if (tests === undefined || tests.trim() === '') return refused(`test is missing: ${id} has no tests`);
  const { prompt, canonical_solution: canonical, buggy_solution: buggy, instruction, difficulty, files } = found;
  const language =
    found.language === undefined
      ? languageOfCode(canonical, `${prompt}${canonical ?? ''}`, `${prompt}\n}`, buggy)
      : languageNamed(found.language);
  if (language === undefined) return otherLanguage(found.language ?? '');
  const { stop, topics, test_style: style } = found;
  return {
    ok: true,
    problem: toProblem({
      id,
      prompt,
      language,
      tests,
      entryPoint: entryPointOf(found.entry_point, { prompt, tests }),
      exampleTests: found.example_test ?? found.example_tests,
      style: style !== undefined && isStyle(style) ? style : undefined,
      canonical,
      buggy,
      instruction,
      difficulty,
      files,
      stop,
      topics,
    }),
  };
}

function isStyle(name: string): name is TestStyle {
  return styles.has(name);
}
