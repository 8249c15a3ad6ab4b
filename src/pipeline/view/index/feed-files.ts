import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RowKind } from '../../../report/story/story.ts';
import { entryOf, textAt, type Entry } from './entry.ts';
import { linesFrom, valueOf } from './lines.ts';
import type { IndexWriter } from './writer.ts';

/** The files that rows are read from; what others refer to comes first. */
export const rowFiles: readonly { readonly name: string; readonly kind: RowKind }[] = [
  { name: 'samples.jsonl', kind: 'kept' },
  { name: 'rejected.jsonl', kind: 'rejected' },
  { name: 'tasks.jsonl', kind: 'task' },
  { name: 'pairs.jsonl', kind: 'pair' },
  { name: 'preferences.jsonl', kind: 'preference' },
  { name: 'repairs.jsonl', kind: 'repair' },
  { name: 'revisions.jsonl', kind: 'revision' },
];

/** What tells one state of a run's files from another; undefined where there are none. */
export function filesSource(dir: string): string | undefined {
  if (!existsSync(join(dir, 'samples.jsonl'))) return undefined;
  const found = rowFiles.filter(({ name }) => existsSync(join(dir, name)));
  const marks = found.map(({ name }) => {
    const { size, mtimeMs } = statSync(join(dir, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return `files: ${marks.join(', ')}`;
}

/** Under what an index notes how far a file is read. */
export function offsetNote(name: string): string {
  return `offset of ${name}`;
}

/** Adds the rows of a run's files from where the index is; yields after each, so that it can be left and gone on with. */
export function* feedFiles(index: IndexWriter, dir: string): Generator<void> {
  for (const { name, kind } of rowFiles) {
    const path = join(dir, name);
    if (!existsSync(path)) continue;
    const note = offsetNote(name);
    for (const line of linesFrom(path, Number(index.noted(note) ?? 0))) {
      const row = valueOf(line);
      const length = line.bytes.length;
      if (row !== undefined)
        index.add(placed(index, entryOf(kind, row), row), { file: name, offset: line.offset, length });
      index.note(note, String(line.offset + length + 1));
      yield;
    }
  }
}

/** Rows without a lineage came from where their sample or task did. */
export function placed(index: IndexWriter, entry: Entry, row: unknown): Entry {
  if (entry.draw !== '') return entry;
  const sample = textAt(row, 'sample');
  const origin = sample === '' ? index.origin('task', entry.task) : index.origin('sample', sample);
  return { ...entry, ...origin };
}
