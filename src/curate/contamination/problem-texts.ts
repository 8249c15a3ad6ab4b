import { contentId } from '../../core/id.ts';

/** The texts of a problem of a public benchmark. */
export interface ProblemTexts {
  readonly id: string;
  readonly statements: readonly string[];
  readonly solutions: readonly string[];
  readonly tests: readonly string[];
}

/** Names of members in HumanEval(+), HumanEvalPack, HumanEval-X, MBPP(+), MultiPL-E, MBXP, McEval, LiveCodeBench, BigCodeBench and Winnow's own files. */
const names = {
  id: ['task_id', 'question_id', 'id', 'name', 'slug'],
  statements: [
    'prompt',
    'instruction',
    'text',
    'statement',
    'description',
    'docstring',
    'question_content',
    'instruct_prompt',
    'complete_prompt',
    'problem',
    'question',
  ],
  solutions: [
    'canonical_solution',
    'code',
    'reference_solution',
    'solution',
    'ground_truth',
    'completion',
    'answer',
    'output',
  ],
  tests: ['tests', 'test', 'test_list', 'challenge_test_list', 'test_code', 'example_test', 'example_tests'],
} as const;

/** The names that are looked for, for people. */
export const problemFields: string = `${names.statements.join(', ')} (a statement), ${names.solutions.join(', ')} (a solution)`;

/** Finds the texts of a published row by the names of its members; undefined where it has neither statement nor solution. */
export function problemTexts(row: unknown): ProblemTexts | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const members = { ...row, ...nested(row) } as Readonly<Record<string, unknown>>;
  const texts = {
    statements: textsAt(members, names.statements),
    solutions: textsAt(members, names.solutions),
    tests: textsAt(members, names.tests),
  };
  if (texts.statements.length + texts.solutions.length === 0) return undefined;
  const id = names.id
    .map((name) => members[name])
    .find((value) => typeof value === 'string' || typeof value === 'number');
  return { id: id === undefined ? contentId('problem', texts) : String(id), ...texts };
}

/** Winnow's own samples have their statement in a task. */
function nested(row: object): object {
  const task: unknown = 'task' in row ? row.task : undefined;
  return typeof task === 'object' && task !== null && 'statement' in task ? { statement: task.statement } : {};
}

function textsAt(members: Readonly<Record<string, unknown>>, wanted: readonly string[]): string[] {
  return wanted.flatMap((name) => textsIn(members[name]));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (!Array.isArray(value)) return [];
  const lines = value.filter((one) => typeof one === 'string');
  return lines.length > 0 ? [lines.join('\n')] : [];
}
