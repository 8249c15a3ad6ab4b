import type { ReasonRow, RejectedRow, SampleRow } from '../../core/rows.ts';
import type { MatrixTrace, UnitTrace } from '../../core/trace.ts';
import { statementPair } from '../../export/to-items.ts';
import type { AnsweredRequest, JudgedSample, LaneFacts, SampleFate } from '../../report/story/lane-facts.ts';
import type { StoredItem, StoreReader } from '../../store/reader.ts';
import type { DrawEntry } from './index/query.ts';
import { rowAt } from './row-at.ts';

/** A run's store, and the run in it. */
export interface StoredLane {
  readonly reader: StoreReader;
  readonly run: string;
}

const ofCuration: ReadonlySet<string> = new Set(['decontaminate', 'cohere', 'deduplicate']);

/** What a store holds of a draw; `entries` say what became of its accepted samples. Undefined where it holds nothing. */
export function factsFromStore(
  dir: string,
  key: string,
  entries: readonly DrawEntry[],
  { reader, run }: StoredLane,
): LaneFacts | undefined {
  const items = reader.items(run, { kind: 'lane', key });
  if (items.length === 0) return undefined;
  const curated = bodiesAt<RejectedRow>(
    dir,
    entries.filter(({ stage }) => ofCuration.has(stage)),
  );
  const samples = bodies<SampleRow>(items, 'accepted').map((row): JudgedSample => ({
    row,
    fate: fateOf(row, entries, curated),
  }));
  const kept = samples.filter(({ fate }) => fate.kind === 'kept').map(({ row }) => row);
  const described = kept.flatMap(({ id }) => reader.items(run, { kind: 'backtranslation', key: id }));
  const ofKept = <T extends { readonly sample: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ sample }) => kept.some(({ id }) => id === sample));
  const [trace] = bodies<UnitTrace>(items, 'trace');
  const [matrix] = bodies<MatrixTrace>(items, 'matrix');
  const traces = [...bodies<UnitTrace>(items, 'trace'), ...bodies<UnitTrace>(described, 'trace')];
  return {
    from: 'store',
    key,
    ...(trace && { draw: trace.draw }),
    requests: traces.flatMap(({ requests }) => requests).map((request) => answered(request, reader)),
    ...(matrix && { matrix }),
    samples,
    rejected: [...bodies<RejectedRow>(items, 'rejected'), ...bodies<RejectedRow>(described, 'rejected'), ...curated],
    pairs: [...kept.map(statementPair), ...bodies<LaneFacts['pairs'][number]>(described, 'pair')],
    preferences: ofKept(bodies<LaneFacts['preferences'][number]>(items, 'preference')),
    repairs: ofKept(bodies<LaneFacts['repairs'][number]>(items, 'repair')),
    revisions: bodies(items, 'revision'),
    ratings: bodies(items, 'rating'),
  };
}

/** What the row files hold of a draw. */
export function factsFromFiles(dir: string, key: string, entries: readonly DrawEntry[]): LaneFacts {
  const rows = <T>(kind: DrawEntry['kind']): T[] =>
    bodiesAt<T>(
      dir,
      entries.filter((entry) => entry.kind === kind),
    );
  return {
    from: 'files',
    key,
    requests: [],
    samples: rows<SampleRow>('kept').map((row) => ({ row, fate: { kind: 'kept' } })),
    rejected: rows('rejected'),
    pairs: rows('pair'),
    preferences: rows('preference'),
    repairs: rows('repair'),
    revisions: rows('revision'),
    ratings: rows('task'),
  };
}

function bodies<T>(items: readonly StoredItem[], kind: StoredItem['kind']): T[] {
  return items.flatMap((item) => (item.kind === kind ? [item.body as T] : []));
}

function bodiesAt<T>(dir: string, entries: readonly DrawEntry[]): T[] {
  return entries.flatMap((entry) => {
    const row = rowAt(dir, entry);
    return row === undefined ? [] : [row as T];
  });
}

function answered(request: UnitTrace['requests'][number], reader: StoreReader): AnsweredRequest {
  const reply = request.key === undefined ? undefined : reader.reply(request.key);
  return reply ? { ...request, reply } : request;
}

function fateOf(row: SampleRow, entries: readonly DrawEntry[], curated: readonly RejectedRow[]): SampleFate {
  const drop = curated.find(({ solution, task }) => solution === row.solution && task?.id === row.task.id);
  if (drop) return { kind: 'dropped', stage: drop.stage, reason: drop.reason };
  const entry = entries.find(({ id }) => id === row.id);
  if (entry?.kind === 'kept') return { kind: 'kept' };
  if (entry?.kind !== 'rejected') return { kind: 'waiting' };
  const reason = entry.detail === null ? { kind: entry.reason } : (JSON.parse(entry.detail) as ReasonRow);
  return { kind: 'dropped', stage: entry.stage, reason };
}
