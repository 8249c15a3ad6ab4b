import type { Section } from '../page/document.ts';
import { markup } from '../page/markup.ts';
import { count } from '../page/numbers.ts';
import { droppedCard } from './dropped-card.ts';
import type { RunFacts } from './facts.ts';
import { keptCard } from './kept-card.ts';

/** Some of the kept rows, whole. */
export function keptRowsSection({ kept, counts }: RunFacts): Section | undefined {
  if (kept.length === 0) return undefined;
  const body = markup`<p class="soft">${kept.length} of ${count(counts.samples)}, from different topics, the least sure first. All of them: samples.jsonl.</p>
${kept.map(keptCard)}`;
  return { id: 'kept', title: 'Kept rows', body };
}

/** Some of the dropped rows, whole. */
export function droppedRowsSection({ dropped, counts }: RunFacts): Section | undefined {
  if (dropped.length === 0) return undefined;
  const body = markup`<p class="soft">${dropped.length} of ${count(counts.rejected)}, for different reasons. All of them: rejected.jsonl.</p>
${dropped.map(droppedCard)}`;
  return { id: 'dropped', title: 'Dropped rows', body };
}
