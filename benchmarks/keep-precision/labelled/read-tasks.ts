import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BenchmarkUsage } from '../../benchmark.ts';
import { mutatedTexts } from './mutate-text.ts';
import type { LabelledTask } from './task.ts';

const answerRow = z.object({
  id: z.string(),
  problem: z.string(),
  model: z.string(),
  language: z.literal('js'),
  entry_point: z.string(),
  solution: z.string(),
  example_tests: z.string(),
  statement: z.string().default(''),
  truth: z.enum(['right', 'wrong']),
});

const problemRow = z.object({
  id: z.string(),
  prompt: z.string(),
  entry_point: z.string(),
  canonical_solution: z.string(),
  buggy_solution: z.string(),
  tests: z.string(),
  example_tests: z.string(),
});

/** So many wrong answers are made of each canonical one. */
const mutants = 4;

/** Reads answers with their truth, one JSON object a line, and puts those to one problem together; or problems with a canonical and a buggy solution. Throws `BenchmarkUsage`. */
export function readTasks(file: string): LabelledTask[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const [first = ''] = lines;
  if (first.includes('"canonical_solution"'))
    return lines.flatMap((line) => (line.trim() === '' ? [] : problemTask(line)));
  const rows = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, `${file}:${index + 1}`)]));
  return [...Map.groupBy(rows, ({ problem }) => problem)].flatMap(([problem, same]) => {
    const [first] = same;
    if (!first || first.example_tests.trim() === '') return [];
    return [
      {
        problem,
        entryPoint: first.entry_point,
        statement: first.statement,
        suite: first.example_tests,
        answers: same.map(({ id, model, solution, truth }) => ({
          id,
          model,
          code: solution,
          isRight: truth === 'right',
        })),
      },
    ];
  });
}

function readRow(line: string, where: string): z.infer<typeof answerRow> {
  const parsed = answerRow.safeParse(JSON.parse(line));
  if (parsed.success) return parsed.data;
  throw new BenchmarkUsage(`${where}: no answer with its truth: ${z.prettifyError(parsed.error)}`);
}

/** The canonical solution, the buggy one, and changed canonical ones, of which the full tests tell whether they are wrong. */
function problemTask(line: string): LabelledTask[] {
  const row = problemRow.parse(JSON.parse(line));
  if (row.example_tests.trim() === '') return [];
  const { id, prompt: statement, canonical_solution: canonical, buggy_solution: buggy } = row;
  const changed = mutatedTexts(canonical, mutants).map((code, index) => ({
    id: `${id}#changed-${index}`,
    model: `changed-${index}`,
    code,
    isRight: undefined,
  }));
  return [
    {
      problem: id,
      entryPoint: row.entry_point,
      statement,
      suite: row.example_tests,
      fullTests: row.tests,
      answers: [
        { id: `${id}#canonical`, model: 'canonical', code: canonical, isRight: true },
        { id: `${id}#buggy`, model: 'buggy', code: buggy, isRight: false },
        ...changed,
      ],
    },
  ];
}
