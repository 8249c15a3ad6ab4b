import { z } from 'zod';
import { contentId } from '../../core/id.ts';
import { words } from '../tokens.ts';
import { knownShapes, textsOf, type Texts } from './text-of.ts';

/** What curation knows of a row of any dataset. */
export interface RowFacts extends Texts {
  readonly id: string;
  /** What rows with other solutions to the same statement have in common. */
  readonly task?: string;
  /** What must stay together: the group that a row was given, the seed and the tasks that it goes back to. */
  readonly lineage: readonly string[];
  /** Everything that names where the row, or what it was made from, came from. */
  readonly sources: readonly string[];
  readonly licences: readonly string[];
  readonly topics: readonly string[];
  readonly difficulty?: string;
  /** How well the row is proven; of near-duplicates the one that has most is kept. */
  readonly evidence: number;
}

export type ReadFacts =
  | { readonly ok: true; readonly facts: RowFacts }
  | { readonly ok: false; readonly problem: string };

const names = z.union([z.string(), z.array(z.string())]);
const source = z.union([z.looseObject({ path: z.string().optional(), licence: z.string().optional() }), z.string()]);
const ancestor = z.looseObject({ id: z.string() });

const about = z.looseObject({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  group: z.string().optional().catch(undefined),
  task: z
    .looseObject({
      id: z.string().optional(),
      topics: z.array(z.string()).optional(),
      difficulty: z.string().optional(),
    })
    .optional()
    .catch(undefined),
  lineage: z
    .looseObject({
      seed: z.string().optional(),
      source: source.optional(),
      evolved_from: z.array(ancestor).optional(),
      model: z.string().optional(),
    })
    .optional()
    .catch(undefined),
  source: source.optional().catch(undefined),
  dataset: z.string().optional().catch(undefined),
  repo: z.string().optional().catch(undefined),
  path: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  licence: names.optional().catch(undefined),
  license: names.optional().catch(undefined),
  topics: names.optional().catch(undefined),
  topic: z.string().optional().catch(undefined),
  tags: names.optional().catch(undefined),
  difficulty: z.string().optional().catch(undefined),
  confidence: z.number().optional().catch(undefined),
});

/** Reads a row of a dataset by the names of its members; says what is wrong with one that has none of the known names. */
export function factsOf(row: unknown): ReadFacts {
  const texts = textsOf(row);
  if (!texts) return { ok: false, problem: `it has no text under a known name: ${knownShapes}` };
  const { data } = about.safeParse(row);
  if (!data) return { ok: false, problem: 'it is no JSON object' };
  const { task, lineage } = data;
  const topics = task?.topics ?? [...list(data.topics ?? data.topic ?? data.tags)];
  const difficulty = task?.difficulty ?? data.difficulty;
  const facts: RowFacts = {
    ...texts,
    id: data.id === undefined ? contentId('row', [texts.statement, texts.solution]) : String(data.id),
    ...(texts.statement !== undefined && { task: taskOf(texts.statement, task?.id) }),
    lineage: [
      ...present(data.group, lineage?.seed),
      ...(lineage?.evolved_from ?? []).map(({ id }) => `task:${id}`),
      ...present(task?.id === undefined ? undefined : `task:${task.id}`),
    ],
    sources: [
      ...sourceNames(data.source),
      ...sourceNames(lineage?.source),
      ...present(lineage?.seed, lineage?.model, data.dataset, data.repo, data.path, data.url),
      ...(lineage?.evolved_from ?? []).map(({ id }) => id),
    ],
    licences: [
      ...list(data.licence),
      ...list(data.license),
      ...licencesOf(data.source),
      ...licencesOf(lineage?.source),
    ],
    topics,
    ...(difficulty !== undefined && { difficulty }),
    evidence: data.confidence ?? (texts.tests === undefined ? 0 : 0.5),
  };
  return { ok: true, facts };
}

/** Statements that say the same in other spacing or case are one task. */
function taskOf(statement: string, id: string | undefined): string {
  return id ?? contentId('statement', words(statement));
}

type Source = z.infer<typeof source> | undefined;

function sourceNames(from: Source): string[] {
  return typeof from === 'string' ? [from] : present(from?.path);
}

function licencesOf(from: Source): string[] {
  return typeof from === 'object' ? present(from.licence) : [];
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

function present(...values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}
