import type { readIndex } from '../../pipeline/contamination/index-files.ts';

export type SomeIndex = ReturnType<typeof readIndex>;

/** What `winnow contamination build --json` and `list --json` print. */
export interface IndexSummary {
  readonly file: string;
  readonly words_of_a_gram: number;
  readonly tokens_of_a_gram: number;
  readonly hashes: number;
  readonly benchmarks: SomeIndex['sources'];
}

export function indexSummary({ cut, tables, sources }: SomeIndex, file: string): IndexSummary {
  const hashes = Object.values(tables).reduce((sum, table) => sum + table.hashes.length, 0);
  return { file, words_of_a_gram: cut.words, tokens_of_a_gram: cut.tokens, hashes, benchmarks: sources };
}

/** The same for people. */
export function renderIndex(index: SomeIndex, file: string): string {
  const { benchmarks, hashes, words_of_a_gram: words } = indexSummary(index, file);
  const lines = benchmarks.map(({ name, from, problems, undetectable }) => {
    const lost = undetectable === 0 ? '' : `, ${undetectable} of them too common to be found`;
    return `${name.padEnd(22)}${problems} problems${lost} (${from})`;
  });
  return `${lines.join('\n')}\n${'hashes'.padEnd(22)}${hashes}, statements by ${words} words\n${'file'.padEnd(22)}${file}\n`;
}
