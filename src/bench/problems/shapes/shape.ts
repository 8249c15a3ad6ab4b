import type { z } from 'zod';
import type { Problem, Shape } from '../../problem.ts';

/** How rows of one published shape are told from others, and read. */
export interface Adapter {
  readonly shape: Exclude<Shape, 'exercism'>;
  /** Fields that only rows of this shape have. */
  readonly marks: readonly string[];
  readonly read: (row: unknown) => ReadProblem;
}

export type ReadProblem =
  | { readonly ok: true; readonly problem: Problem }
  | { readonly ok: false; readonly problem: string };

/** An adapter that reads rows by a schema. */
export function adapter<T>(
  { shape, marks }: Pick<Adapter, 'shape' | 'marks'>,
  schema: z.ZodType<T>,
  toProblem: (row: T) => ReadProblem,
): Adapter {
  const read = (row: unknown): ReadProblem => {
    const parsed = schema.safeParse(row);
    return parsed.success ? toProblem(parsed.data) : refused(whyNot(parsed.error, row));
  };
  return { shape, marks, read };
}

export function refused(problem: string): ReadProblem {
  return { ok: false, problem };
}

/** TypeScript or JavaScript by any name that sets use; undefined for other languages. */
export function languageNamed(name: string): 'ts' | 'js' | undefined {
  switch (name.toLowerCase()) {
    case 'ts':
    case 'typescript':
      return 'ts';
    case 'js':
    case 'javascript':
    case 'node':
      return 'js';
    default:
      return undefined;
  }
}

export function otherLanguage(name: string): ReadProblem {
  return refused(`its language is ${name}; TypeScript and JavaScript are judged`);
}

function whyNot(error: z.ZodError, row: unknown): string {
  return error.issues
    .map(({ path, message }) => {
      const [name = 'the row'] = path.map(String);
      const isMissing = path.length === 1 && typeof row === 'object' && row !== null && !Object.hasOwn(row, name);
      return isMissing ? `${name} is missing` : `${path.map(String).join('.') || name}: ${message}`;
    })
    .join('; ');
}
