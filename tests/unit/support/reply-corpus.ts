import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../fixtures/replies');
const kinds = ['code', 'judgement', 'program', 'suite', 'task', 'text'] as const;

export type ReplyKind = (typeof kinds)[number];

/** The front matter of a reply. */
interface About {
  /** The shape, in one line. */
  readonly what: string;
  /** `ok`, or the problem. */
  readonly expect: string;
  /** A part of the problem's message. */
  readonly message?: string | undefined;
  readonly entry_point?: string | undefined;
  readonly reasoning?: string | undefined;
  /** Of `program`: what the benchmark's problem and the result are beside the code. */
  readonly finish_reason?: string | undefined;
  readonly prompt?: string | undefined;
  readonly form?: string | undefined;
  readonly notes?: string[] | undefined;
  /** Whether the raw reply has carriage returns, and a byte order mark, which the file itself does not. */
  readonly crlf: boolean;
  readonly bom: boolean;
}

const about: z.ZodType<About> = z.strictObject({
  what: z.string().regex(/^[^\n]+$/u),
  expect: z.string(),
  message: z.string().optional(),
  entry_point: z.string().optional(),
  reasoning: z.string().optional(),
  finish_reason: z.string().optional(),
  prompt: z.string().optional(),
  form: z.string().optional(),
  notes: z.array(z.string()).optional(),
  crlf: z.boolean().default(false),
  bom: z.boolean().default(false),
});

/** One reply as a model could have written it, with what should come of it. */
export interface ReplyShape extends About {
  readonly kind: ReplyKind;
  readonly name: string;
  /** The reply, byte for byte. */
  readonly reply: string;
  /** What should be read from it; empty where nothing should. */
  readonly expected: string;
}

const layout = /^---\n([\s\S]*?\n)---\n([\s\S]*?)\n(?:===== expected\n([\s\S]*))?$/u;

/** All replies of the corpus, by kind and name. */
export function replyShapes(): ReplyShape[] {
  return kinds.flatMap((kind) =>
    readdirSync(join(root, kind))
      .toSorted()
      .map((name) => readShape(kind, name)),
  );
}

function readShape(kind: ReplyKind, name: string): ReplyShape {
  const [, frontMatter, reply, expected = ''] = layout.exec(readFileSync(join(root, kind, name), 'utf8')) ?? [];
  if (frontMatter === undefined || reply === undefined) throw new Error(`${kind}/${name} is not laid out as a reply`);
  const known = about.parse(parse(frontMatter));
  const raw = `${known.bom ? '\uFEFF' : ''}${known.crlf ? reply.replaceAll('\n', '\r\n') : reply}`;
  return { ...known, kind, name, reply: raw, expected };
}
