import { statSync } from 'node:fs';
import { join } from 'node:path';
import { journalName } from '../../../core/journal.ts';
import { feedFiles, filesSource, offsetNote, rowFiles } from './feed-files.ts';
import { feedJournal, feedStore, isWritten, journalSource } from './feed-journal.ts';
import { openRun, type OpenedRun, type RunPlace } from './place.ts';
import type { IndexWriter } from './writer.ts';

const rowsACommit = 2000;

/**
 * Brings an index up to what its run has by now; built anew where it is of something else. Yields the share that is done
 * (0 to 1) after each commit.
 */
export function* updateIndex(index: IndexWriter, place: RunPlace): Generator<number> {
  const opened = openRun(place);
  try {
    yield* committed(index, chooseFeed(index, place, opened), () => shareDone(index, place.dir));
    index.note('share', '1');
    index.commit();
  } finally {
    opened?.reader[Symbol.dispose]();
  }
}

/** Rows come from the files where they are complete, from the store of a run that is under way, or from what is left. */
function chooseFeed(index: IndexWriter, { dir }: RunPlace, opened: OpenedRun | undefined): Generator<void> {
  const rows = opened && { reader: opened.reader, run: opened.run.id };
  const journal = journalSource(dir);
  const isFollowed = journal !== undefined && index.noted('source') === journal;
  if (journal !== undefined && rows && (isFollowed || !isWritten(dir))) {
    resetFor(index, journal);
    return feedJournal(index, dir, rows);
  }
  const files = filesSource(dir);
  if (files !== undefined) {
    resetFor(index, files);
    return both(feedFiles(index, dir), feedJournal(index, dir, undefined));
  }
  if (!rows) return followed(index, dir, journal);
  const store = `store: ${rows.run}`;
  if (index.noted('source') === store) return nothing();
  index.reset(store);
  return feedStore(index, rows);
}

/** Without the store there are no rows yet, but the journal says how far the run is. */
function followed(index: IndexWriter, dir: string, journal: string | undefined): Generator<void> {
  if (journal === undefined) return nothing();
  resetFor(index, `without rows, ${journal}`);
  return feedJournal(index, dir, undefined);
}

function resetFor(index: IndexWriter, source: string): void {
  if (index.noted('source') !== source) index.reset(source);
}

function* both(first: Generator<void>, second: Generator<void>): Generator<void> {
  yield* first;
  yield* second;
}

function* nothing(): Generator<void> {}

function* committed(index: IndexWriter, feed: Generator<void>, share: () => number): Generator<number> {
  let rows = 0;
  for (const _ of feed) {
    rows += 1;
    if (rows % rowsACommit !== 0) continue;
    index.note('share', String(share()));
    index.commit();
    yield share();
  }
}

/** Of the bytes of the files that are read. */
function shareDone(index: IndexWriter, dir: string): number {
  const isOfFiles = index.noted('source')?.startsWith('files') ?? false;
  const names = isOfFiles ? rowFiles.map(({ name }) => name) : [journalName];
  const known = names.map((name) => {
    const { size = 0 } = statSync(join(dir, name), { throwIfNoEntry: false }) ?? {};
    return { size, done: Number(index.noted(offsetNote(name)) ?? 0) };
  });
  const all = known.reduce((sum, { size }) => sum + size, 0);
  return all === 0 ? 1 : Math.min(1, known.reduce((sum, { done }) => sum + done, 0) / all);
}
