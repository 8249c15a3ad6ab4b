import { z } from 'zod';

/** The texts of a row of some dataset: what was asked, and the program that answers it. */
export interface Texts {
  readonly statement?: string;
  readonly solution?: string;
  readonly tests?: string;
}

const text = z.string().min(1);
const turn = z.looseObject({ role: text, content: z.string() });
const spoken = z.looseObject({ from: text, value: z.string() });

/** Shapes of rows, most telling first; each with how its texts are found. */
const shapes: readonly ((row: unknown) => Texts | undefined)[] = [
  shape(z.looseObject({ task: z.looseObject({ statement: text }), solution: text, tests: text.optional() }), (row) => ({
    statement: row.task.statement,
    solution: row.solution,
    ...given('tests', row.tests),
  })),
  shape(z.looseObject({ description: text, code: text }), ({ description, code }) => ({
    statement: description,
    solution: code,
  })),
  shape(z.looseObject({ messages: z.array(turn).min(1) }), ({ messages }) => ({
    ...given('statement', joined(messages.filter(({ role }) => role === 'user').map(({ content }) => content))),
    ...answer(messages.findLast(({ role }) => role === 'assistant')?.content),
  })),
  shape(z.looseObject({ conversations: z.array(spoken).min(1) }), ({ conversations }) => ({
    ...given('statement', joined(conversations.filter(({ from }) => isAsking(from)).map(({ value }) => value))),
    ...answer(conversations.findLast(({ from }) => !isAsking(from) && from !== 'system')?.value),
  })),
  shape(z.looseObject({ prompt: text, chosen: text }), ({ prompt, chosen }) => asked(prompt, chosen)),
  shape(z.looseObject({ prompt: text, completion: text }), ({ prompt, completion }) => asked(prompt, completion)),
  shape(
    z.looseObject({ instruction: text, input: z.string().optional(), output: text }),
    ({ instruction, input, output }) => asked(joined([instruction, input ?? '']) ?? instruction, output),
  ),
  shape(named(), (row) => ({
    ...given('statement', first(row, ['statement', 'prompt', 'instruction', 'problem', 'question', 'query', 'text'])),
    ...answer(first(row, ['solution', 'canonical_solution', 'code', 'answer', 'response', 'output', 'content'])),
    ...given('tests', first(row, ['tests', 'test'])),
  })),
];

/** The names under which the texts of a row are looked for, for people. */
export const knownShapes: string =
  'task.statement with solution; description and code; messages; conversations; prompt with chosen or completion; instruction and output; or any of statement, prompt, instruction, problem, question, text, solution, code, answer, response, content';

/** Finds the texts of a row by the names of its members; undefined where nothing has a name that is known. */
export function textsOf(row: unknown): Texts | undefined {
  for (const read of shapes) {
    const texts = read(row);
    if (texts && (texts.statement !== undefined || texts.solution !== undefined)) return texts;
  }
  return undefined;
}

function shape<T>(schema: z.ZodType<T>, read: (row: T) => Texts): (row: unknown) => Texts | undefined {
  return (row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? read(parsed.data) : undefined;
  };
}

function named(): z.ZodType<Readonly<Record<string, unknown>>> {
  return z.record(z.string(), z.unknown());
}

function first(row: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined {
  return names.map((name) => row[name]).find((value) => typeof value === 'string' && value !== '') as
    | string
    | undefined;
}

function asked(statement: string, reply: string): Texts {
  return { statement, ...answer(reply) };
}

const fence = /^(?:```|~~~)[^\n]*\n([\s\S]*?)^(?:```|~~~)\s*$/gmu;

/** A reply is its code where it has fenced some, and all of it where it has none. */
function answer(reply: string | undefined): Texts {
  if (reply === undefined) return {};
  const blocks = [...reply.matchAll(fence)].map(([, code = '']) => code);
  return given('solution', blocks.length > 0 ? blocks.join('\n') : reply);
}

function joined(parts: readonly string[]): string | undefined {
  return parts.filter((part) => part !== '').join('\n\n') || undefined;
}

function isAsking(from: string): boolean {
  return from === 'human' || from === 'user';
}

function given<K extends keyof Texts>(name: K, value: string | undefined): Texts {
  return value === undefined || value === '' ? {} : { [name]: value };
}
