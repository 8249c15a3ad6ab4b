import type { BenchmarkIndex, BenchmarkSource, HashTable, IndexedText } from './benchmark-index.ts';
import { codePrint, isSampled, statementPrint, wholeHash, type Cut } from './fingerprint.ts';
import type { ProblemTexts } from './problem-texts.ts';

/** A benchmark's problems, to be indexed. */
export interface Benchmark {
  readonly name: string;
  readonly from: string;
  readonly problems: readonly ProblemTexts[];
}

export const defaultCut: Cut = { words: 10, tokens: 24 };

/** A gram that so many different problems have is nobody's own: it is how such problems are put, or written. */
const common = 3;

/** A text of a problem as the hashes of its grams. */
interface Text {
  readonly source: number;
  readonly problem: string;
  readonly table: TableName;
  readonly hashes: ReadonlySet<number>;
}

type TableName = keyof BenchmarkIndex['tables'];

/**
 * Makes an index of benchmarks. What many problems share, and what stands in `allowed` texts, is left out, so that a row
 * is not called contaminated for what everybody writes.
 */
export function buildIndex(
  benchmarks: readonly Benchmark[],
  { cut = defaultCut, allowed = [] }: { readonly cut?: Cut; readonly allowed?: readonly string[] } = {},
): BenchmarkIndex {
  const all = benchmarks.flatMap(({ problems }, source) => problems.flatMap((one) => textsOf(one, source, cut)));
  const free = textsOf({ id: '', statements: allowed, solutions: allowed, tests: allowed }, 0, cut);
  const own = tableNames.flatMap((table) => ownTexts(all, free, table));
  const sources = benchmarks.map(({ name, from, problems }, source): BenchmarkSource => {
    const found = new Set(own.filter((text) => text.source === source).map(({ problem }) => problem));
    const undetectable = problems.filter(({ id }) => !found.has(id)).length;
    return { name, from, problems: problems.length, undetectable };
  });
  const table = (name: TableName): HashTable => tableOf(own, name);
  return {
    cut,
    sources,
    texts: own.map(({ source, problem, hashes }): IndexedText => ({ source, problem, grams: hashes.size })),
    tables: {
      statement: table('statement'),
      solution: table('solution'),
      tests: table('tests'),
      whole: table('whole'),
    },
  };
}

const tableNames = ['statement', 'solution', 'tests', 'whole'] as const;

function textsOf({ id: problem, statements, solutions, tests }: ProblemTexts, source: number, cut: Cut): Text[] {
  const text = (table: TableName, hashes: Iterable<number>): Text => ({
    source,
    problem,
    table,
    hashes: new Set(hashes),
  });
  const programs = solutions.map((code) => codePrint(code, cut));
  return [
    ...statements.flatMap(withoutExamples).map((words) => text('statement', statementPrint(words, cut).grams)),
    ...programs.map(({ grams }) => text('solution', grams)),
    ...tests.map((code) => text('tests', codePrint(code, cut).grams.filter(isSampled))),
    ...programs.map((program) => text('whole', [wholeHash(program) ?? []].flat())),
  ];
}

/** Where the examples of a statement begin. */
const examples = /^[ \t*#/]*(?:>|examples?\b|for example\b|for instance\b|input\b|sample\b|note\b|constraints\b)/imu;

/** A statement, and the same up to its examples: one or the other is what a row repeats. */
function withoutExamples(statement: string): string[] {
  const at = statement.search(examples);
  // The end of the comment that it may be in.
  return at > 0 ? [statement, `${statement.slice(0, at)}*/`] : [statement];
}

/** The texts of a table with the grams that are theirs alone; those with none are gone. */
function ownTexts(all: readonly Text[], free: readonly Text[], table: TableName): Text[] {
  const texts = all.filter((text) => text.table === table);
  const shared = sharedHashes(texts);
  for (const text of free) if (text.table === table) for (const hash of text.hashes) shared.add(hash);
  return texts
    .map((text) => ({ ...text, hashes: text.hashes.difference(shared) }))
    .filter(({ hashes }) => hashes.size > 0);
}

/** What several problems have. Translations of one problem share its words and, as a rule, its number: they count as one. */
function sharedHashes(texts: readonly Text[]): Set<number> {
  const owners = new Map<number, Set<string>>();
  for (const { problem, hashes } of texts) {
    const number = /\d+$/u.exec(problem)?.[0] ?? problem;
    for (const hash of hashes) {
      const known = owners.get(hash);
      if (known) known.add(number);
      else owners.set(hash, new Set([number]));
    }
  }
  return new Set([...owners].flatMap(([hash, { size }]) => (size >= common ? [hash] : [])));
}

function tableOf(own: readonly Text[], name: TableName): HashTable {
  const entries = own.flatMap(({ table, hashes }, text) =>
    table === name ? [...hashes].map((hash) => ({ hash, text })) : [],
  );
  entries.sort((a, b) => a.hash - b.hash || a.text - b.text);
  return {
    hashes: Float64Array.from(entries, ({ hash }) => hash),
    texts: Uint32Array.from(entries, ({ text }) => text),
  };
}
