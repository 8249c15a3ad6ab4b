import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import { mainNames, parseProgram } from '../extract/program.ts';
import type { Problem } from '../problem.ts';
import { readRows, type ReadRowsOptions } from './read-rows.ts';

const proofSchema = z.object({
  id: z.string().min(1),
  split: z.string(),
  direction: z.string(),
  verification: z.object({ solution: z.string(), tests: z.string().min(1), language: z.enum(['ts', 'js']) }),
});
const chatSchema = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1) });

type Proof = z.infer<typeof proofSchema>;

const proofsFile = 'verification.jsonl';

/** Whether a directory is a dataset that Winnow exported: data by split, and the proofs beside it. */
export function isDatasetFolder(dir: string): boolean {
  return existsSync(join(dir, proofsFile)) && existsSync(join(dir, 'data'));
}

/**
 * The rows of an exported dataset that ask for code, as problems: what they ask, and the tests that prove the answer. The
 * n-th row of a split has the n-th proof of that split. Throws an input error where there are not as many.
 */
export async function readDatasetFolder(dir: string, options: ReadRowsOptions): Promise<Problem[]> {
  const proofs = await read(join(dir, proofsFile), proofSchema, options);
  const splits = Map.groupBy(proofs, ({ split }) => split);
  const problems = await Promise.all(Array.from(splits, ([split, own]) => problemsOf(dir, { split, own }, options)));
  return problems.flat();
}

async function problemsOf(
  dir: string,
  { split, own }: { readonly split: string; readonly own: readonly Proof[] },
  options: ReadRowsOptions,
): Promise<Problem[]> {
  const files = readdirSync(join(dir, 'data')).filter((name) => name.startsWith(`${split}-`));
  const chats = await Promise.all(files.toSorted().map((file) => read(join(dir, 'data', file), chatSchema, options)));
  const asked = chats.flat().map(({ messages }) => messages.findLast(({ role }) => role === 'user')?.content ?? '');
  if (asked.length !== own.length) {
    const counts = `${asked.length} rows and ${own.length} proofs`;
    throw inputError('bad-dataset', `${dir}: the split ${split} has ${counts}. Export the dataset again.`);
  }
  return own.flatMap((proof, at) =>
    proof.direction === 'description-to-code' ? [toProblem(proof, asked[at] ?? '')] : [],
  );
}

function toProblem({ id, verification }: Proof, prompt: string): Problem {
  const { solution, tests, language } = verification;
  const program = parseProgram(solution);
  const names = program === undefined ? [] : mainNames(program).filter((name) => program.exports.has(name));
  const [entryPoint] = names;
  return {
    id,
    prompt,
    language,
    tests,
    canonical: solution,
    stop: [],
    topics: [],
    ...(names.length === 1 && entryPoint !== undefined && { entryPoint }),
  };
}

async function read<T>(path: string, schema: z.ZodType<T>, options: ReadRowsOptions): Promise<T[]> {
  const rows: T[] = [];
  await readRows(path, options, ({ value }) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return 'it is no row of an exported dataset';
    rows.push(parsed.data);
    return undefined;
  });
  return rows;
}
