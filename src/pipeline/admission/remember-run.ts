import type { IndexedText, NeighbourIndex } from '../../core/ports.ts';
import type { SampleRow } from '../../core/rows.ts';
import { factsOf, type RowFacts } from '../../curate/dataset/facts.ts';
import { indexedTexts, openTextIndexes } from '../curation/text-indexes.ts';

const rowsAtOnce = 10_000;

/** Notes what a run has kept where later runs look; what is noted already is not noted twice. Throws an input error. */
export async function rememberRun(folder: string, samples: AsyncIterable<SampleRow>): Promise<void> {
  using stack = new DisposableStack();
  const seen = openTextIndexes(folder, stack);
  const note = (rows: readonly RowFacts[]): void => {
    const { solutions, statements } = indexedTexts(rows, '');
    addNew(seen.solutions, solutions);
    addNew(seen.statements, statements);
  };
  let waiting: RowFacts[] = [];
  for await (const sample of samples) {
    const read = factsOf(sample);
    if (read.ok) waiting.push({ ...read.facts, id: sample.id });
    if (waiting.length < rowsAtOnce) continue;
    note(waiting);
    waiting = [];
  }
  note(waiting);
}

/** Equal texts are equally signed: only one of an id that has no equal yet is new. */
function addNew(index: NeighbourIndex, texts: readonly IndexedText[]): void {
  const unique = [...new Map(texts.map((text) => [text.id, text])).values()];
  const found = index.near(
    unique.map(({ signature }) => signature),
    1,
  );
  index.add(unique.filter(({ id }, place) => !found[place]?.some((known) => known.id === id)));
}
