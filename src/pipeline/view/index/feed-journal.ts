import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { journalName, type JournalLane, type JournalRow } from '../../../core/journal.ts';
import type { SampleRow } from '../../../core/rows.ts';
import { statementPair } from '../../../export/to-items.ts';
import type { StoredItem, StoreReader } from '../../../store/reader.ts';
import { entryOf, reasonAt, textAt } from './entry.ts';
import { offsetNote, placed } from './feed-files.ts';
import { endOf, linesFrom, valueOf } from './lines.ts';
import { watched, type WatchState } from './watch-state.ts';
import type { IndexWriter } from './writer.ts';

export interface StoredRows {
  readonly reader: StoreReader;
  readonly run: string;
}

/** What tells one invocation's journal from another's; undefined where there is none. */
export function journalSource(dir: string): string | undefined {
  const path = join(dir, journalName);
  if (!existsSync(path)) return undefined;
  for (const line of linesFrom(path, 0)) return `journal: ${line.bytes.toString('utf8')}`;
  return undefined;
}

/** Whether the journal of a run ends with its files. */
export function isWritten(dir: string): boolean {
  const path = join(dir, journalName);
  return existsSync(path) && endOf(path, 64).trimEnd().endsWith('"kind":"written"}');
}

/** Follows a run's journal from where the index is; without rows, only where the run is. Yields after each line. */
export function* feedJournal(index: IndexWriter, dir: string, rows: StoredRows | undefined): Generator<void> {
  const path = join(dir, journalName);
  if (!existsSync(path)) return;
  const known = Number(index.noted(offsetNote(journalName)) ?? 0);
  const from = known > statSync(path).size ? 0 : known;
  let state = JSON.parse(index.noted('watch') ?? 'null') as WatchState | null;
  for (const line of linesFrom(path, from)) {
    const row = valueOf(line) as JournalRow | undefined;
    if (row) {
      state = watched(state ?? undefined, row) ?? null;
      if (rows) addRows(index, row, rows);
    }
    index.note(offsetNote(journalName), String(line.offset + line.bytes.length + 1));
    index.note('watch', JSON.stringify(state));
    yield;
  }
}

/** Adds what a store holds of a run that has neither files nor a journal. Yields after each draw. */
export function* feedStore(index: IndexWriter, rows: StoredRows): Generator<void> {
  for (const key of rows.reader.unitKeys(rows.run, 'lane')) {
    addLane(index, key, rows);
    yield;
  }
}

function addRows(index: IndexWriter, row: JournalRow, rows: StoredRows): void {
  if (row.kind === 'lane') addLane(index, row.key, rows);
  if (row.kind === 'admitted') for (const lane of row.lanes) admitLane(index, lane, rows);
}

function addLane(index: IndexWriter, key: string, { reader, run }: StoredRows): void {
  const items = reader.items(run, { kind: 'lane', key });
  addItems(index, items, 'accepted', 'accepted');
  addItems(index, items, 'rejected', 'rejected');
  addItems(index, items, 'rating', 'task');
  addItems(index, items, 'revision', 'revision');
}

function addItems(
  index: IndexWriter,
  items: readonly StoredItem[],
  from: StoredItem['kind'],
  kind: Parameters<typeof entryOf>[0],
): void {
  for (const item of items) {
    if (item.kind === from) index.add(placed(index, entryOf(kind, item.body), item.body));
  }
}

function admitLane(index: IndexWriter, { key, kept, dropped }: JournalLane, { reader, run }: StoredRows): void {
  for (const { sample, stage, reason } of dropped) {
    index.decide(sample, { kind: 'rejected', stage, reason: reasonAt({ reason }), detail: JSON.stringify(reason) });
  }
  if (kept.length === 0) return;
  for (const sample of kept) index.decide(sample, { kind: 'kept', stage: 'decide', reason: '' });
  const items = reader.items(run, { kind: 'lane', key });
  const ofKept = items.filter(({ body }) => kept.includes(textAt(body, 'sample')));
  addItems(index, ofKept, 'preference', 'preference');
  addItems(index, ofKept, 'repair', 'repair');
  for (const { kind, body } of items) {
    if (kind === 'accepted' && kept.includes(textAt(body, 'id')))
      addDescriptions(index, body as SampleRow, { reader, run });
  }
}

function addDescriptions(index: IndexWriter, sample: SampleRow, { reader, run }: StoredRows): void {
  index.add(entryOf('pair', statementPair(sample)));
  const items = reader.items(run, { kind: 'backtranslation', key: sample.id });
  addItems(index, items, 'pair', 'pair');
  addItems(index, items, 'rejected', 'rejected');
}
