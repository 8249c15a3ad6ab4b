import { z } from 'zod';

/** A program and the tests that it is to be judged by. */
export interface ProgramRequest {
  /** Code, or a model's reply with code in it. */
  readonly program: string;
  /** Test modules or single assertions; each gets a result of its own. */
  readonly tests: readonly string[];
  /** CPU time for each of the tests, in seconds. */
  readonly max_execution_time?: number | undefined;
  readonly language?: 'ts' | 'js' | undefined;
  readonly entry_point?: string | undefined;
  readonly test_style?: 'vitest' | 'jest' | 'assert' | 'console.assert' | 'throw' | undefined;
}

export type ReadRequest<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

const text = z.string('must be a text');

const program: z.ZodType<ProgramRequest> = z.object({
  program: text,
  tests: z.union([
    z.array(text, 'must be a list of texts').min(1, 'must name at least one test'),
    text.min(1, 'must not be empty').transform((one) => [one]),
  ]),
  max_execution_time: z.number('must be a number of seconds').positive('must be above 0').optional(),
  language: z.enum(['ts', 'js'], "must be 'ts' or 'js'").optional(),
  entry_point: text.optional(),
  test_style: z
    .enum(['vitest', 'jest', 'assert', 'console.assert', 'throw'], 'must be a style of tests that winnow check knows')
    .optional(),
});

const programs: z.ZodType<readonly ProgramRequest[]> = z
  .array(program, 'the body must be a list of programs')
  .min(1, 'the body must hold at least one program');

export function readProgram(body: unknown): ReadRequest<ProgramRequest> {
  return read(program, body);
}

export function readPrograms(body: unknown): ReadRequest<readonly ProgramRequest[]> {
  return read(programs, body);
}

function read<T>(schema: z.ZodType<T>, body: unknown): ReadRequest<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')} ${message}`.trim());
  return { ok: false, problem: problems.join('; ') };
}
