import { hash } from 'node:crypto';
import { normalisedTokens, words } from '../tokens.ts';
import { Counts } from './counts.ts';
import { DistinctN } from './distinct.ts';
import { spelling, styleOf, type Style } from './style.ts';
import { cosine, hashedTfidf } from './vectors.ts';
import { vendiScore } from './vendi.ts';

/** What is measured of a row. */
export interface MeasuredRow {
  readonly key: string;
  readonly statement?: string | undefined;
  readonly solution?: string | undefined;
  readonly topics: readonly string[];
  readonly difficulty?: string | undefined;
}

export interface DiversityReport {
  readonly rows: number;
  /** From 0 to 1: the geometric mean of the parts that could be measured. */
  readonly score: number;
  readonly parts: Readonly<Record<PartName, number | null>>;
  /** Effective number of different statements and solutions among those looked at. */
  readonly vendi: { readonly statements: number; readonly solutions: number; readonly of: number };
  readonly distinct: { readonly statements: readonly number[]; readonly solutions: readonly number[] };
  readonly topics: Readonly<Record<string, number>>;
  readonly difficulties: Readonly<Record<string, number>>;
  readonly style: StyleReport;
}

export interface StyleReport {
  /** Share of the programs looked at that use each construct. */
  readonly constructs: Readonly<Record<string, number>>;
  readonly algorithms: number;
  readonly lines: { readonly median: number; readonly p90: number };
  readonly commented_lines: number;
  readonly doc_comments: number;
  readonly names: Readonly<Record<string, number>>;
  readonly of: number;
}

export type PartName = 'statements' | 'solutions' | 'topics' | 'coverage' | 'constructs' | 'algorithms';

/** Rows whose texts are compared with each other and parsed: a sample, by their keys, so that it is always the same. */
const looked = 400;

/** Measures how varied rows are, as they come; what it holds does not grow with their number. */
export class DiversityMeasure {
  readonly #taxonomy: readonly string[];
  readonly #topics = new Counts();
  readonly #difficulties = new Counts();
  readonly #statements = new DistinctN();
  readonly #solutions = new DistinctN();
  #sample: { readonly rank: string; readonly row: MeasuredRow }[] = [];
  #rows = 0;

  /** `taxonomy`: the topics that a dataset is wanted to cover; none: those that come. */
  constructor(taxonomy: readonly string[] = []) {
    this.#taxonomy = taxonomy;
  }

  add(row: MeasuredRow): void {
    this.#rows += 1;
    const [topic] = row.topics;
    if (topic !== undefined) this.#topics.add(topic);
    if (row.difficulty !== undefined) this.#difficulties.add(row.difficulty);
    if (row.statement !== undefined && !this.#statements.isFull) this.#statements.add(words(row.statement));
    if (row.solution !== undefined && !this.#solutions.isFull) this.#solutions.add(normalisedTokens(row.solution));
    this.#sample.push({ rank: hash('sha256', row.key), row });
    if (this.#sample.length >= looked * 4) this.#thin();
  }

  report(): DiversityReport {
    this.#thin();
    const rows = this.#sample.map(({ row }) => row);
    const statements = rows.flatMap(({ statement }) => (statement === undefined ? [] : [words(statement)]));
    const solutions = rows.flatMap(({ solution }) => (solution === undefined ? [] : [normalisedTokens(solution)]));
    const styles = rows.flatMap(({ solution }) => (solution === undefined ? [] : (styleOf(solution) ?? [])));
    const vendi = { statements: vendiOf(statements), solutions: vendiOf(solutions), of: rows.length };
    const parts = this.#parts({ vendi, statements: statements.length, solutions: solutions.length, styles });
    return {
      rows: this.#rows,
      score: rounded(geometricMean(Object.values(parts).filter((part) => part !== null))),
      parts,
      vendi: { statements: rounded(vendi.statements), solutions: rounded(vendi.solutions), of: vendi.of },
      distinct: { statements: this.#statements.shares.map(rounded), solutions: this.#solutions.shares.map(rounded) },
      topics: Object.fromEntries(this.#topics.entries()),
      difficulties: Object.fromEntries(this.#difficulties.entries()),
      style: styleReport(styles),
    };
  }

  #thin(): void {
    this.#sample = this.#sample.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, looked);
  }

  #parts({ vendi, statements, solutions, styles }: Sampled): Readonly<Record<PartName, number | null>> {
    const share = (effective: number, of: number): number | null => (of < 2 ? null : rounded(effective / of));
    const covered = this.#taxonomy.filter((topic) => this.#topics.of(topic) > 0).length;
    const algorithms = new Set(styles.map(({ algorithm }) => algorithm)).size;
    return {
      statements: share(vendi.statements, statements),
      solutions: share(vendi.solutions, solutions),
      topics: this.#topics.total === 0 ? null : rounded(this.#topics.evenness(Math.max(2, this.#taxonomy.length))),
      coverage: this.#taxonomy.length === 0 ? null : rounded(covered / this.#taxonomy.length),
      constructs: styles.length === 0 ? null : rounded(constructsOf(styles).evenness()),
      algorithms: share(algorithms, styles.length),
    };
  }
}

interface Sampled {
  readonly vendi: { readonly statements: number; readonly solutions: number };
  readonly statements: number;
  readonly solutions: number;
  readonly styles: readonly Style[];
}

function vendiOf(texts: readonly (readonly string[])[]): number {
  return vendiScore(hashedTfidf(texts), cosine);
}

function constructsOf(styles: readonly Style[]): Counts {
  const counts = new Counts();
  for (const { constructs } of styles) for (const construct of constructs) counts.add(construct);
  return counts;
}

function styleReport(styles: readonly Style[]): StyleReport {
  const lines = styles.map((style) => style.lines).toSorted((a, b) => a - b);
  const at = (share: number): number => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
  const names = new Counts();
  for (const style of styles) for (const name of style.names) names.add(spelling(name));
  const shareOf = (test: (style: Style) => boolean): number =>
    styles.length === 0 ? 0 : rounded(styles.filter(test).length / styles.length);
  const shares = (counts: Counts, of: number): Record<string, number> =>
    Object.fromEntries(counts.entries().map(([name, times]) => [name, rounded(times / Math.max(1, of))]));
  return {
    constructs: shares(constructsOf(styles), styles.length),
    algorithms: new Set(styles.map(({ algorithm }) => algorithm)).size,
    lines: { median: at(0.5), p90: at(0.9) },
    commented_lines: rounded(styles.reduce((sum, style) => sum + style.commentShare, 0) / Math.max(1, styles.length)),
    doc_comments: shareOf(({ hasDocComment }) => hasDocComment),
    names: shares(names, names.total),
    of: styles.length,
  };
}

/** Least that a part counts for: no variety of one kind is much, and must not hide all others. */
const leastPart = 0.01;

/** Variety of one kind does not make up for none of another. */
function geometricMean(parts: readonly number[]): number {
  if (parts.length === 0) return 0;
  return parts.reduce((product, part) => product * Math.max(leastPart, part), 1) ** (1 / parts.length);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
