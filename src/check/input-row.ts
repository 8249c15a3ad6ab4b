import { z } from 'zod';
import type { Candidate } from '../verify/candidate.ts';
import { languageOf } from './language.ts';

export type RowId = string | number;

/** A row that can be judged. */
export interface InputRow {
  readonly id: RowId;
  readonly candidate: Candidate & { readonly language: 'ts' | 'js' };
  /** The fields that mean nothing here; undefined where there are none. */
  readonly extra: Readonly<Record<string, unknown>> | undefined;
  /** A style that Winnow does not know, as the row names it: it is detected instead. */
  readonly unknownStyle: string | undefined;
}

export type ReadRow = { readonly ok: true; readonly row: InputRow } | { readonly ok: false; readonly problem: string };

type Style = NonNullable<Candidate['style']>;

const styles: ReadonlySet<string> = new Set<Style>(['vitest', 'jest', 'assert', 'console.assert', 'throw']);

const rowSchema = z.object({
  id: z.union([z.string().min(1, 'must not be empty'), z.number()], 'must be a string or a number'),
  solution: z.string('must be a string'),
  tests: z.string('must be a string'),
  language: z.enum(['ts', 'js'], "must be 'ts' or 'js'").nullish(),
  entry_point: z.string('must be a string').nullish(),
  test_style: z.string('must be a string').nullish(),
  files: z.record(z.string(), z.string('must be a string'), 'must hold texts by their paths').nullish(),
});
const known: ReadonlySet<string> = new Set(Object.keys(rowSchema.shape));

/** Reads a value as a row to judge; `seed` is the one that all rows of a job share. */
export function readRow(value: unknown, seed: number): ReadRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, problem: 'a row must be a JSON object with id, solution and tests' };
  }
  const parsed = rowSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problem: problemsOf(parsed.error, value) };
  const { id, solution, tests, entry_point: entryPoint, test_style: named, files } = parsed.data;
  const style = named && isStyle(named) ? named : undefined;
  const candidate = {
    solution,
    suite: tests,
    seed,
    language: parsed.data.language ?? languageOf(solution),
    ...(style && { style }),
    ...(entryPoint && { entryPoint }),
    ...(files && { files }),
  };
  const unknownStyle = named && !style ? named : undefined;
  return { ok: true, row: { id, candidate, extra: extraOf(value), unknownStyle } };
}

function isStyle(name: string): name is Style {
  return styles.has(name);
}

function extraOf(value: object): Readonly<Record<string, unknown>> | undefined {
  const entries = Object.entries(value).filter(([name]) => !known.has(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function problemsOf(error: z.ZodError, value: object): string {
  return error.issues
    .map(({ path, message }) => {
      const [name = ''] = path;
      const isMissing = path.length === 1 && !Object.hasOwn(value, name);
      return isMissing ? `${String(name)} is missing` : `${path.map(String).join('.')} ${message}`;
    })
    .join('; ');
}
