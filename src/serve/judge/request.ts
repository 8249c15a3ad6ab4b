import { z } from 'zod';
import type { TestStyle } from '../../core/test-style.ts';

/** A program to judge by tests, as a client asks for it. */
export interface ProgramRequest {
  /** A program, or a model's reply that holds one. */
  readonly program: string;
  /** Each is a module of tests or a line that asserts something. */
  readonly tests: readonly string[];
  /** CPU time for each of the tests, where the client limits it. */
  readonly cpuMs?: number;
  readonly language: 'ts' | 'js';
  readonly entryPoint?: string;
  readonly style?: TestStyle;
  /** How long judging may wait for its turn, where the client says so. */
  readonly maxWaitMs?: number;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

const maxTests = 1000;
const maxPrograms = 1000;
const longestWaitS = 86_400;
const styles = ['vitest', 'jest', 'assert', 'console.assert', 'throw'] as const satisfies readonly TestStyle[];

// What holds no code asserts nothing, and would accept every program.
const oneTest = z.string('must be a string').refine((text) => text.trim() !== '', 'must not be empty');
const tests = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z
    .array(oneTest, 'must be a text or an array of texts')
    .min(1, 'must hold at least one test')
    .max(maxTests, `must hold at most ${maxTests} tests`),
);
const waitSeconds = z
  .number('must be a number of seconds')
  .min(0, 'must not be negative')
  .max(longestWaitS, `must be at most ${longestWaitS} seconds`);

const programSchema = z.object(
  {
    program: z.string('must be a text'),
    tests,
    max_execution_time: z.number('must be a number of seconds').positive('must be more than 0').nullish(),
    // What a program is taken for decides whether types are checked, so it is not for the program to say.
    language: z.enum(['ts', 'js'], "must be 'ts' or 'js'").nullish(),
    entry_point: z.string('must be a text').nullish(),
    test_style: z.enum(styles, `must be one of ${styles.join(', ')}`).nullish(),
    max_wait: waitSeconds.nullish(),
  },
  'must be a JSON object with program and tests',
);
const batchSchema = z
  .array(programSchema, 'must be a JSON array of objects with program and tests')
  .min(1, 'must hold at least one program')
  .max(maxPrograms, `must hold at most ${maxPrograms} programs`);

/** Reads the body of a request that asks for one program. Fields that mean nothing here are passed over. */
export function readProgram(body: unknown): Read<ProgramRequest> {
  return read(programSchema, body, requestOf);
}

/** Reads the body of a request that asks for several programs at once. */
export function readBatch(body: unknown): Read<readonly ProgramRequest[]> {
  return read(batchSchema, body, (rows) => rows.map(requestOf));
}

/** Reads the header that says how many seconds a request may wait; undefined where there is none. */
export function readWait(header: string | undefined): Read<number | undefined> {
  if (header === undefined) return { ok: true, value: undefined };
  const parsed = waitSeconds.safeParse(header.trim() === '' ? undefined : Number(header));
  return parsed.success
    ? { ok: true, value: parsed.data * 1000 }
    : { ok: false, problem: `the header x-max-wait ${parsed.error.issues[0]?.message ?? 'is no number'}` };
}

function read<Parsed, T>(schema: z.ZodType<Parsed>, body: unknown, made: (parsed: Parsed) => T): Read<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: made(parsed.data) };
  const [first] = parsed.error.issues;
  return { ok: false, problem: first ? `${placeOf(first.path)} ${first.message}` : 'the body cannot be read' };
}

function requestOf(row: z.infer<typeof programSchema>): ProgramRequest {
  return {
    program: row.program,
    tests: row.tests,
    language: row.language ?? 'ts',
    ...(row.max_execution_time && { cpuMs: Math.max(1, Math.round(row.max_execution_time * 1000)) }),
    ...(row.entry_point && { entryPoint: row.entry_point }),
    ...(row.test_style && { style: row.test_style }),
    ...(typeof row.max_wait === 'number' && { maxWaitMs: row.max_wait * 1000 }),
  };
}

/** As a programmer would write the way to it, such as `[3].tests[0]`. */
function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step, index) => {
    if (typeof step === 'number') return `[${step}]`;
    return index === 0 ? String(step) : `.${String(step)}`;
  });
  return steps.join('') || 'the body';
}
