import { join } from 'node:path';
import type { IndexedText, NeighbourIndex } from '../../core/ports.ts';
import type { RowFacts } from '../../curate/dataset/facts.ts';
import { minhash } from '../../curate/minhash.ts';
import { normalisedTokens, words } from '../../curate/tokens.ts';
import { openNeighbours } from '../../neighbours/open-neighbours.ts';
import { makeFolder } from '../../output/folder.ts';
import { readDataset } from './read-dataset.ts';

/** Indexes of the two kinds of texts that a row has. */
export interface TextIndexes {
  readonly solutions: NeighbourIndex;
  readonly statements: NeighbourIndex;
}

/** Opens (or makes) the indexes of a folder; `null`: in memory. Throws an input error where they are something else. */
export function openTextIndexes(
  folder: string | null,
  stack: DisposableStack,
  options: { readonly durable: boolean } = { durable: true },
): TextIndexes {
  if (folder !== null) makeFolder(folder);
  const open = (name: string): NeighbourIndex => {
    const path = folder === null ? ':memory:' : join(folder, `${name}.db`);
    return stack.adopt(openNeighbours(path, options), (index) => index.close());
  };
  return { solutions: open('solutions'), statements: open('statements') };
}

/** Texts of rows, for indexes that are to know them. `note` says where they are. */
export function indexedTexts(rows: readonly RowFacts[], note: string): Record<keyof TextIndexes, IndexedText[]> {
  const text = (id: string, tokens: string[]): IndexedText => ({ id, note, signature: minhash(tokens) });
  return {
    solutions: rows.flatMap(({ id, solution }) =>
      solution === undefined ? [] : [text(id, normalisedTokens(solution))],
    ),
    statements: rows.flatMap(({ id, task = id, statement }) =>
      statement === undefined ? [] : [text(task, words(statement))],
    ),
  };
}

const rowsAtOnce = 10_000;

export interface BarredFiles {
  readonly files: readonly string[];
  readonly skipsBadLines: boolean;
  readonly signal: AbortSignal;
  readonly onBadLine: (problem: string) => void;
}

/** Reads files whose rows must not come again, some rows at a time. Throws an input error. */
export async function* barredTexts({
  files,
  ...options
}: BarredFiles): AsyncGenerator<ReturnType<typeof indexedTexts>> {
  for (const path of files) {
    let waiting: RowFacts[] = [];
    for await (const { facts } of readDataset({ files: [{ path, isReal: true }], ...options })) {
      waiting.push(facts);
      if (waiting.length < rowsAtOnce) continue;
      yield indexedTexts(waiting, path);
      waiting = [];
    }
    yield indexedTexts(waiting, path);
  }
}
