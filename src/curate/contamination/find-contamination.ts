import type { ContaminationMatch, Decontamination } from '../../core/curation.ts';
import type { BenchmarkIndex, HashTable } from './benchmark-index.ts';
import { askedPrint, codePrint, isSampled, wholeHash, type Fingerprint, type Part } from './fingerprint.ts';

/** From this share of its grams on a text of a problem is taken for repeated; found on planted and on innocent rows. */
const enough: Readonly<Record<Part, number>> = { statement: 0.4, solution: 0.8, tests: 0.5 };
/** A few grams of a long text are telling as well, whatever their share. */
const manyGrams: Readonly<Record<Part, number>> = { statement: 10, solution: 60, tests: 15 };
/** Shorter programs are written alike by many, so that their pieces prove nothing. */
const leastGrams: Readonly<Record<Part, number>> = { statement: 1, solution: 6, tests: 6 };

type Row = Parameters<Decontamination['match']>[0];

/** Holds rows against indexes of benchmarks; gives the match that covers most of a problem. */
export function findContamination(indexes: readonly BenchmarkIndex[]): Decontamination {
  return {
    benchmarks: indexes.flatMap(({ sources }) => sources.map(({ name, problems }) => ({ name, problems }))),
    match: (row) => {
      const matches = indexes.flatMap((index) => matchesIn(index, row));
      return matches.toSorted((a, b) => b.share - a.share)[0];
    },
  };
}

function matchesIn(index: BenchmarkIndex, { statement, solution, tests }: Row): ContaminationMatch[] {
  const { cut } = index;
  const program = solution === undefined ? undefined : codePrint(solution, cut);
  return [
    ...(statement === undefined ? [] : matchOf(index, 'statement', askedPrint(statement, cut))),
    ...(program ? [...wholeMatch(index, program), ...matchOf(index, 'solution', program)] : []),
    ...(tests === undefined ? [] : matchOf(index, 'tests', codePrint(tests, cut))),
  ];
}

function wholeMatch(index: BenchmarkIndex, program: Fingerprint): ContaminationMatch[] {
  const hash = wholeHash(program);
  const [text] = hash === undefined ? [] : textsWith(index.tables.whole, hash);
  if (text === undefined) return [];
  return [{ ...nameOf(index, text), match: 'solution', share: 1, excerpt: excerptOf(program, 0) }];
}

function matchOf(index: BenchmarkIndex, part: Part, print: Fingerprint): ContaminationMatch[] {
  return [...hitsOf(index.tables[part], part, print.grams)].flatMap(([text, { hashes, first }]) => {
    const total = index.texts[text]?.grams ?? 0;
    const share = hashes.size / total;
    const isEnough = share >= enough[part] || hashes.size >= manyGrams[part];
    if (total < leastGrams[part] || !isEnough) return [];
    const rounded = Math.round(share * 1000) / 1000;
    return [{ ...nameOf(index, text), match: part, share: rounded, excerpt: excerptOf(print, first) }];
  });
}

interface Hits {
  readonly hashes: Set<number>;
  /** Where the first of them begins. */
  readonly first: number;
}

function hitsOf(table: HashTable, part: Part, grams: Float64Array): Map<number, Hits> {
  const hits = new Map<number, Hits>();
  for (let at = 0; at < grams.length; at += 1) {
    const hash = grams[at] ?? 0;
    if (part === 'tests' && !isSampled(hash)) continue;
    for (const text of textsWith(table, hash)) {
      const known = hits.get(text);
      if (known) known.hashes.add(hash);
      else hits.set(text, { hashes: new Set([hash]), first: at });
    }
  }
  return hits;
}

function nameOf({ texts, sources }: BenchmarkIndex, place: number): Pick<ContaminationMatch, 'benchmark' | 'problem'> {
  const text = texts[place];
  return { benchmark: sources[text?.source ?? 0]?.name ?? '', problem: text?.problem ?? '' };
}

/** The texts that have a hash, by halves. */
function textsWith({ hashes, texts }: HashTable, hash: number): number[] {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; hashes[at] === hash; at += 1) found.push(texts[at] ?? 0);
  return found;
}

/** So many words of a text from where it matched are shown. */
const shownWords = 24;

function excerptOf({ words }: Fingerprint, from: number): string {
  return words.slice(from, from + shownWords).join(' ');
}
