import { basename } from 'node:path';
import { z } from 'zod';
import { inputError } from '../core/error.ts';
import { contentHash } from '../core/id.ts';
import type { Seed, SeedKind } from '../core/seed.ts';
import { openBytes } from '../input/byte-source.ts';
import { parseLine, readLines } from '../input/jsonl.ts';

const text = z.string().trim().min(1).optional();
const row = z.looseObject({
  instruction: text,
  prompt: text,
  problem: text,
  question: text,
  statement: text,
  title: z.string().optional(),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional().catch(undefined),
  licence: z.string().optional(),
  license: z.string().optional(),
});

/**
 * Seeds from instructions and existing problems: JSONL rows with a text under `instruction` or `prompt`, or under
 * `problem`, `question` or `statement`. Equal texts give one seed. Throws an input error with the line of a bad row.
 */
export async function readInstructions(path: string): Promise<readonly Seed[]> {
  const topic = topicOf(path);
  using source = await openBytes(path);
  const seeds = new Map<string, Seed>();
  for await (const line of readLines(source, new AbortController().signal)) {
    const parsed = parseLine(line);
    const read = parsed.ok ? row.safeParse(parsed.value) : undefined;
    const seed = read?.success ? seedOf(topic, read.data) : undefined;
    if (!seed) {
      const needed = 'a row needs a text under `instruction`, `prompt`, `problem`, `question` or `statement`';
      throw inputError('seeds-unreadable', `${source.name}:${line.number}: ${parsed.ok ? needed : parsed.problem}`);
    }
    seeds.set(seed.id, seed);
  }
  if (seeds.size === 0) throw inputError('no-seeds', `${path} has no rows.`);
  return [...seeds.values()];
}

function seedOf(topic: string, found: z.infer<typeof row>): Seed | undefined {
  const [kind, words] = kindAndText(found);
  if (words === undefined) return undefined;
  const licence = found.licence ?? found.license;
  return {
    id: `${topic}/${contentHash(words).slice(0, 12)}`,
    topic,
    kind,
    title: found.title ?? words.split(/\s+/u).slice(0, 8).join(' '),
    difficulty: found.difficulty ?? 'medium',
    text: words,
    tags: [],
    ...(licence !== undefined && { licence }),
  };
}

function kindAndText({
  instruction,
  prompt,
  problem,
  question,
  statement,
}: z.infer<typeof row>): [SeedKind, string | undefined] {
  const asked = instruction ?? prompt;
  return asked === undefined ? ['problem', problem ?? question ?? statement] : ['instruction', asked];
}

function topicOf(path: string): string {
  const plain = basename(path)
    .replace(/\.jsonl(?:\.zst)?$/u, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/gu, '-');
  return plain.replaceAll(/^-+|-+$/gu, '') || 'instructions';
}
