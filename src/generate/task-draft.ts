import { parseExpression } from '@babel/parser';
import { z } from 'zod';
import { contentId } from '../core/id.ts';
import type { LlmReply, ReplyShape } from '../core/ports.ts';
import type { Origin, Task, TaskDraft, WrittenTask } from '../core/task.ts';
import { extractJson, readFields } from '../replies/index.ts';
import { shapeOf } from '../replies/shape.ts';

const taskReply = z.object({
  title: z.string().trim().min(1),
  statement: z.string().trim().min(1),
  signature: z.string().trim().min(1),
  entry_point: z.string().regex(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u, 'is not an identifier'),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional().catch(undefined),
  topics: z.array(z.string()).catch([]),
  kind: z.enum(['function', 'class']).catch('function'),
  precondition: z.string().trim().nullish(),
});

/** The shape of a reply that holds a task. */
export const taskShape: ReplyShape = shapeOf(
  'task',
  z.strictObject({
    title: z.string(),
    statement: z.string(),
    signature: z.string(),
    entry_point: z.string(),
    difficulty: z.enum(['easy', 'medium', 'hard']),
    topics: z.array(z.string()),
    kind: z.enum(['function', 'class']),
    precondition: z.string(),
  }),
);

type Reading =
  | { readonly kind: 'made'; readonly value: WrittenTask }
  | { readonly kind: 'malformed'; readonly message: string };

/** Reads a reply that holds a task as JSON; what it leaves out is as given. */
export function readTask(reply: LlmReply, origin: Origin, given: Pick<Task, 'difficulty' | 'topics'>): Reading {
  const found = extractJson(reply.content);
  if (!found.ok) return { kind: 'malformed', message: found.message };
  const draft = readDraft(found.value, given);
  return typeof draft === 'string'
    ? { kind: 'malformed', message: draft }
    : { kind: 'made', value: { task: { id: contentId('task', draft), ...draft }, origin } };
}

/** The task a value describes, or what is wrong with it. */
function readDraft(value: unknown, given: Pick<Task, 'difficulty' | 'topics'>): TaskDraft | string {
  const parsed = taskReply.safeParse(readFields(value, Object.keys(taskReply.shape)) ?? value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join('; ');
  }
  const { entry_point: entryPoint, difficulty = given.difficulty, precondition, ...rest } = parsed.data;
  if (!rest.signature.includes(entryPoint)) return `the signature does not declare ${entryPoint}`;
  if (precondition && !isArrowFunction(precondition)) return 'precondition: is no JavaScript arrow function';
  const topics = [...new Set([...given.topics, ...rest.topics])];
  return { ...rest, entryPoint, difficulty, topics, ...(precondition && { precondition }) };
}

function isArrowFunction(code: string): boolean {
  try {
    return parseExpression(code).type === 'ArrowFunctionExpression';
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return false;
    throw error;
  }
}
