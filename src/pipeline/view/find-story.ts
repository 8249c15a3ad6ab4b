import type { Story } from '../../report/story/story.ts';
import { tellStory } from '../../report/story/tell.ts';
import { openRun, type RunPlace } from './index/place.ts';
import type { IndexReader } from './index/query.ts';
import { factsFromFiles, factsFromStore } from './lane-facts.ts';

/** A row by its id, or by a beginning of it that no other id has. */
export type FoundStory =
  | { readonly kind: 'found'; readonly story: Story }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

const mostIds = 6;

/** Finds a row of a run and tells its story, from the store where it is there and from the row files where it is not. */
export function findStory(place: RunPlace, index: IndexReader, id: string): FoundStory {
  const whole = wholeId(index, id);
  if (typeof whole !== 'string') return whole;
  const entry = index.byId(whole);
  const story = entry && tellOf(place, index, whole, entry.draw);
  return story ? { kind: 'found', story } : { kind: 'unknown', nearest: index.near(id) };
}

function wholeId(index: IndexReader, id: string): string | Exclude<FoundStory, { kind: 'found' }> {
  if (id === '') return { kind: 'unknown', nearest: [] };
  if (index.byId(id)) return id;
  const [first, ...others] = index.beginningWith(id, mostIds);
  if (first === undefined) return { kind: 'unknown', nearest: index.near(id) };
  return others.length === 0 ? first : { kind: 'ambiguous', ids: [first, ...others] };
}

function tellOf(place: RunPlace, index: IndexReader, id: string, draw: string): Story | undefined {
  const entries = index.ofDraw(draw);
  const opened = openRun(place);
  try {
    const stored = opened && { reader: opened.reader, run: opened.run.id };
    const facts = stored && factsFromStore(place.dir, draw, entries, stored);
    const told = facts && tellStory(facts, id);
    return told ?? tellStory(factsFromFiles(place.dir, draw, entries), id);
  } finally {
    opened?.reader[Symbol.dispose]();
  }
}
