import type { BenchmarkIndex, BenchmarkSource, HashTable, IndexedProblem } from './benchmark-index.ts';
import { codePrint, isSampled, parts, statementPrint, wholeHash, type Cut, type Part } from './fingerprint.ts';
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

type Grams = Readonly<Record<Part | 'whole', ReadonlySet<number>>>;

/**
 * Makes an index of benchmarks. What many problems share, and what stands in `allowed` texts, is left out, so that a row
 * is not called contaminated for what everybody writes.
 */
export function buildIndex(
  benchmarks: readonly Benchmark[],
  { cut = defaultCut, allowed = [] }: { readonly cut?: Cut; readonly allowed?: readonly string[] } = {},
): BenchmarkIndex {
  const all = benchmarks.flatMap(({ problems }, source) =>
    problems.map((problem) => ({ source, id: problem.id, grams: gramsOf(problem, cut) })),
  );
  const left = leftOut(all, allowed, cut);
  const own = all.map((problem) => ({ ...problem, grams: without(problem.grams, left) }));
  const problems = own.map(({ source, id, grams }): IndexedProblem => ({ source, id, grams: sizesOf(grams) }));
  const sources = benchmarks.map(({ name, from, problems: { length } }, place): BenchmarkSource => {
    const undetectable = own.filter(({ source, grams }) => source === place && isEmpty(grams)).length;
    return { name, from, problems: length, undetectable };
  });
  const table = (name: keyof Grams): HashTable => tableOf(own.map(({ grams }) => grams[name]));
  const tables = {
    statement: table('statement'),
    solution: table('solution'),
    tests: table('tests'),
    whole: table('whole'),
  };
  return { cut, sources, problems, tables };
}

function gramsOf({ statements, solutions, tests }: ProblemTexts, cut: Cut): Grams {
  const programs = solutions.map((code) => codePrint(code, cut));
  return {
    statement: new Set(statements.flatMap((text) => [...statementPrint(text, cut).grams])),
    solution: new Set(programs.flatMap(({ grams }) => [...grams])),
    tests: new Set(tests.flatMap((code) => [...codePrint(code, cut).grams].filter(isSampled))),
    whole: new Set(programs.flatMap((program) => wholeHash(program) ?? [])),
  };
}

/** Translations of one problem share its words: they count as one. */
function leftOut(
  all: readonly { readonly id: string; readonly grams: Grams }[],
  allowed: readonly string[],
  cut: Cut,
): Grams {
  const count = (name: keyof Grams): Set<number> => {
    const owners = new Map<number, Set<string>>();
    for (const { id, grams } of all) {
      const number = /\d+$/u.exec(id)?.[0] ?? id;
      for (const hash of grams[name]) owners.set(hash, (owners.get(hash) ?? new Set()).add(number));
    }
    return new Set([...owners].flatMap(([hash, { size }]) => (size >= common ? [hash] : [])));
  };
  const free = allowed.map((text) => gramsOf({ id: '', statements: [text], solutions: [text], tests: [text] }, cut));
  const joined = (name: keyof Grams): Set<number> =>
    new Set([...count(name), ...free.flatMap((grams) => [...grams[name]])]);
  return {
    statement: joined('statement'),
    solution: joined('solution'),
    tests: joined('tests'),
    whole: joined('whole'),
  };
}

function without(grams: Grams, left: Grams): Grams {
  const own = (name: keyof Grams): Set<number> => new Set([...grams[name]].filter((hash) => !left[name].has(hash)));
  return { statement: own('statement'), solution: own('solution'), tests: own('tests'), whole: own('whole') };
}

function sizesOf(grams: Grams): Record<Part, number> {
  return Object.fromEntries(parts.map((part) => [part, grams[part].size])) as Record<Part, number>;
}

function isEmpty(grams: Grams): boolean {
  return parts.every((part) => grams[part].size === 0) && grams.whole.size === 0;
}

function tableOf(sets: readonly ReadonlySet<number>[]): HashTable {
  const entries = sets.flatMap((hashes, problem) => [...hashes].map((hash) => ({ hash, problem })));
  entries.sort((a, b) => a.hash - b.hash || a.problem - b.problem);
  return {
    hashes: Float64Array.from(entries, ({ hash }) => hash),
    problems: Uint32Array.from(entries, ({ problem }) => problem),
  };
}
