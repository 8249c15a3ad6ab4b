import { inputError } from '../../core/error.ts';
import type { Story } from '../../report/story/story.ts';
import { takeLock } from '../../store/lock.ts';
import { findStory } from './find-story.ts';
import { placeOf, type RunPlace } from './index/place.ts';
import { IndexReader } from './index/query.ts';
import { updateIndex } from './index/update.ts';
import { IndexWriter } from './index/writer.ts';

export interface ShowOptions {
  readonly dir: string;
  readonly store: string | undefined;
  readonly id: string;
  /** Told the share of the index that is built, from 0 to 1, where that takes a while. */
  readonly onIndexing: (share: number) => void;
}

/** The story of a row of a run. Throws an input error for an id that no row or that several rows have. */
export function showRow({ dir, store, id, onIndexing }: ShowOptions): Story {
  const place = placeOf(dir, store);
  bringUpToDate(place, onIndexing);
  using index = new IndexReader(place.indexPath);
  const found = findStory(place, index, id);
  switch (found.kind) {
    case 'found':
      return found.story;
    case 'ambiguous':
      throw inputError('id-ambiguous', `${id} begins several ids of ${dir}: ${found.ids.join(', ')}. Give more of it.`);
    case 'unknown':
      throw inputError('id-unknown', unknown(id, dir, found.nearest));
  }
}

function unknown(id: string, dir: string, nearest: readonly string[]): string {
  const next = nearest.length === 0 ? 'It has no rows yet' : `The nearest are ${nearest.join(', ')}`;
  return `No row of ${dir} has the id ${id}. ${next}.`;
}

/** Another process that has it in hand does the same. */
function bringUpToDate(place: RunPlace, onIndexing: (share: number) => void): void {
  using cleanup = new DisposableStack();
  try {
    const lock = takeLock(place.indexPath);
    cleanup.defer(() => lock.release());
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'locked') return;
    throw error;
  }
  const index = cleanup.use(new IndexWriter(place.indexPath));
  for (const share of updateIndex(index, place)) onIndexing(share);
}
