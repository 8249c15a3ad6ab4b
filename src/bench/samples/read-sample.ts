import { z } from 'zod';

/** One raw sample of a problem, as a file has it. */
export interface SampleIn {
  readonly taskId: string;
  readonly completion: string;
  readonly reasoning?: string;
  readonly finishReason?: string;
}

export type ReadSample =
  | { readonly ok: true; readonly rows: readonly SampleIn[] }
  | { readonly ok: false; readonly problem: string };

const text = z.string();
/** Sets write null for what is not there. */
const optional = text.nullish().transform((value) => value ?? undefined);

const rowSchema = z.object({
  task_id: optional,
  id: optional,
  name: optional,
  completion: z.unknown().optional(),
  solution: z.unknown().optional(),
  completions: z.unknown().optional(),
  message: z.object({ content: z.unknown().optional(), reasoning: optional, reasoning_content: optional }).nullish(),
  reasoning: optional,
  reasoning_content: optional,
  finish_reason: optional,
});

/**
 * Reads a line of a samples file: `{task_id, completion}`, a whole program as `solution`, several at once as
 * `completions`, or a chat `message`.
 */
export function readSample(value: unknown): ReadSample {
  const parsed = rowSchema.safeParse(value);
  if (!parsed.success) return bad('a sample must be a JSON object with task_id and completion');
  const row = parsed.data;
  const taskId = row.task_id ?? row.name ?? row.id;
  if (taskId === undefined || taskId === '') return bad('task_id is missing');
  const contents = contentsOf(row);
  if (contents === undefined) return bad('completion is missing: a text, which may be empty');
  const reasoning = row.reasoning ?? row.reasoning_content ?? row.message?.reasoning ?? row.message?.reasoning_content;
  const more = {
    ...(reasoning !== undefined && { reasoning }),
    ...(row.finish_reason !== undefined && { finishReason: row.finish_reason }),
  };
  return { ok: true, rows: contents.map((completion) => ({ taskId, completion, ...more })) };
}

function contentsOf(row: z.infer<typeof rowSchema>): readonly string[] | undefined {
  const many = z.array(text).safeParse(row.completions);
  if (many.success) return many.data;
  const one = [row.completion, row.solution, row.message?.content].find((content) => typeof content === 'string');
  return one === undefined ? undefined : [one];
}

function bad(problem: string): ReadSample {
  return { ok: false, problem };
}
