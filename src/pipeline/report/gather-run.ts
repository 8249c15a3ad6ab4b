import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import type { RejectedRow, SampleRow } from '../../core/rows.ts';
import { DiversityMeasure } from '../../curate/diversity/measure.ts';
import { readText } from '../../input/read-text.ts';
import type { Accounting, RunFacts } from '../../report/run/facts.ts';
import { readDatasetReport } from '../dataset-report.ts';
import { readCourse } from './course.ts';
import { folderRows } from './folder-rows.ts';
import { DroppedPicks, KeptPicks, reasonOf } from './picks.ts';
import { Proofs } from './proofs.ts';
import { ModelShares, Shares } from './shares.ts';

const shownRepeats = 12;
const difficulties = ['easy', 'medium', 'hard'];
/** Stages whose rejected rows are about a description or a suite, not about a solution. */
const notOfSolutions: ReadonlySet<string> = new Set(['describe', 'roundtrip', 'support', 'tests', 'task', 'evolve']);

/** Reads a folder of a run for its page, a row at a time. Throws an input error where there is none. */
export async function gatherRun(folder: string, signal: AbortSignal): Promise<RunFacts> {
  if (!existsSync(join(folder, 'samples.jsonl')) && !existsSync(join(folder, 'samples.jsonl.zst'))) {
    throw inputError('no-run', `${folder} has no samples.jsonl: it is no folder of a run. Check the path.`);
  }
  const { benchmarks = [], wanted_topics: wanted = [] } = readDatasetReport(folder) ?? {};
  const { rounds, spending } = readCourse(folder);
  const gathered = new Gathered(wanted);
  for await (const sample of folderRows(folder, 'samples', signal)) gathered.addSample(sample);
  for await (const row of folderRows(folder, 'rejected', signal)) gathered.addRejected(row);
  for await (const { task } of folderRows(folder, 'tasks', signal)) gathered.addTask(task);
  const kept = gathered.kept.list();
  const pairs = await provenDescriptions(folder, new Set(kept.map(({ id }) => id)), signal);
  const accounting = readAccounting(folder);
  return {
    name: basename(resolve(folder)),
    counts: {
      ...gathered.counts,
      pairs: pairs.count,
      preferences: await countRows(folderRows(folder, 'preferences', signal)),
      repairs: await countRows(folderRows(folder, 'repairs', signal)),
    },
    ...(accounting && { accounting }),
    recorded: [...gathered.recorded].toSorted(),
    rounds,
    models: gathered.models.list(),
    difficulties: gathered.difficulties.inOrderOf(difficulties),
    topics: gathered.topics.byKept(),
    diversity: gathered.diversityReport(),
    confidence: gathered.proofs.confidence(),
    proofs: gathered.proofs.points(),
    repeats: { ...gathered.repeats, benchmarks },
    spending,
    kept: kept.map((sample) => ({ sample, descriptions: pairs.of.get(sample.id) ?? [] })),
    dropped: gathered.dropped.list(),
  };
}

/** What is counted of rows as they come. */
class Gathered {
  readonly recorded = new Set<SampleRow['lineage']['recorded']>();
  readonly topics = new Shares();
  readonly difficulties = new Shares();
  readonly models = new ModelShares();
  readonly proofs = new Proofs();
  readonly kept = new KeptPicks();
  readonly dropped = new DroppedPicks();
  readonly counts = { samples: 0, rejected: 0, tasks: 0 };
  readonly repeats = { duplicates: 0, contaminated: {} as Record<string, number>, examples: [] as RejectedRow[] };
  readonly #diversity: DiversityMeasure;

  constructor(wantedTopics: readonly string[]) {
    this.topics.expect(wantedTopics);
    this.#diversity = new DiversityMeasure(wantedTopics);
  }

  addSample(sample: SampleRow): void {
    const { id, task, solution, lineage } = sample;
    const { statement, topics, difficulty } = task;
    this.counts.samples += 1;
    this.recorded.add(lineage.recorded);
    this.#diversity.add({ key: id, statement, solution, topics, difficulty });
    this.topics.count(topics[0], 'kept');
    this.difficulties.count(difficulty, 'kept');
    this.models.keep(lineage.model);
    this.proofs.add(sample);
    this.kept.add(sample);
  }

  addTask({ topics, difficulty }: SampleRow['task']): void {
    this.counts.tasks += 1;
    this.topics.count(topics[0], 'tasks');
    this.difficulties.count(difficulty, 'tasks');
  }

  addRejected(row: RejectedRow): void {
    this.counts.rejected += 1;
    this.dropped.add(row);
    this.#noteRepeat(row);
    const { task, stage, lineage } = row;
    if (notOfSolutions.has(stage)) return;
    this.topics.count(task?.topics[0], 'dropped');
    this.difficulties.count(task?.difficulty, 'dropped');
    this.models.drop(lineage.model, reasonOf(row));
  }

  diversityReport(): RunFacts['diversity'] {
    const { score, parts, vendi, style } = this.#diversity.report();
    return { score, parts, vendi, constructs: style.constructs };
  }

  #noteRepeat(row: RejectedRow): void {
    const { kind, benchmark } = row.reason;
    const isContaminated = kind === 'contaminated';
    if (!isContaminated && !kind.startsWith('duplicate')) return;
    if (isContaminated) {
      const name = String(benchmark);
      this.repeats.contaminated[name] = (this.repeats.contaminated[name] ?? 0) + 1;
    } else this.repeats.duplicates += 1;
    if (this.repeats.examples.length < shownRepeats) this.repeats.examples.push(row);
  }
}

/** Counts the pairs, and finds the descriptions of some samples that a round trip has proven. */
async function provenDescriptions(
  folder: string,
  samples: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<{ readonly count: number; readonly of: ReadonlyMap<string, readonly string[]> }> {
  const of = new Map<string, string[]>();
  let count = 0;
  for await (const { sample, source, direction, description } of folderRows(folder, 'pairs', signal)) {
    count += 1;
    const isShown = samples.has(sample) && source === 'backtranslation' && direction === 'code-to-description';
    if (isShown) of.set(sample, [...(of.get(sample) ?? []), description]);
  }
  return { count, of };
}

async function countRows(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}

const accountingSchema = z.looseObject({
  stages: z.record(z.string(), z.looseObject({ in: z.number(), kept: z.number() })),
  requests: z.object({ sent: z.number(), stored: z.number(), repeated: z.number() }),
  tokens: z.object({ prompt: z.number(), completion: z.number() }),
  cost_usd: z.number(),
  elapsed_ms: z.number(),
});

function readAccounting(folder: string): Accounting | undefined {
  const path = join(folder, 'accounting.json');
  if (!existsSync(path)) return undefined;
  try {
    return accountingSchema.parse(JSON.parse(readText(path, 'the accounting'))) as unknown as Accounting;
  } catch (cause) {
    // A curated folder counts other things in it.
    if (cause instanceof z.ZodError) return undefined;
    throw inputError('accounting-unreadable', `${path} is no JSON. Take it away, or make the folder again.`, cause);
  }
}
