import type { IndexedText, NeighbourIndex } from '../../core/ports.ts';
import { Clusters } from '../../curate/dataset/clusters.ts';
import { minhash } from '../../curate/minhash.ts';
import { normalisedTokens, words } from '../../curate/tokens.ts';
import type { RowFacts } from '../../curate/dataset/facts.ts';
import type { TextIndexes } from './text-indexes.ts';
import { NearRows, type Earlier, type Outside } from './near-rows.ts';
import type { Surveyed } from './survey.ts';

export interface CollectionOptions {
  readonly indexes: TextIndexes;
  readonly earlier?: readonly EarlierTexts[];
  readonly threshold: number;
  /** Told of each task's statement, task by task. */
  readonly onTask?: (statement: string) => void;
}

/** What was kept before the rows of a collection. */
export interface EarlierTexts {
  readonly indexes: TextIndexes;
  /** Where it is; absent where the ids say it. */
  readonly name?: string;
  /** Sizes of the indexes when they began to count; all of them counts unless given. */
  readonly until?: Readonly<Record<keyof TextIndexes, number>>;
}

/** Members of one kind, such as solutions, with what is near to what. */
export class NearMembers {
  readonly clusters: Clusters = new Clusters();
  /** What a member is near to outside of the dataset. */
  readonly outside: Map<number, Outside> = new Map();
  /** The earlier members that a member is near to. */
  readonly links: Map<number, number[]> = new Map();
  /** What an earlier curation noted about a member that it kept. */
  readonly known: Map<number, string> = new Map();
  readonly rows: NearRows;

  constructor(index: NeighbourIndex, earlier: readonly Earlier[], threshold: number) {
    this.rows = new NearRows({
      index,
      earlier,
      threshold,
      onLink: (number, other) => this.link(number, other),
      onOutside: (number, outside) => void this.outside.set(number, outside),
      onKnown: (number, note) => void this.known.set(number, note),
    });
  }

  /** Makes a member near to an earlier one. */
  link(number: number, other: number): void {
    this.clusters.join(number, other);
    const links = this.links.get(number);
    if (links) links.push(other);
    else this.links.set(number, [other]);
  }
}

/** All rows of a dataset, with what is near to what among their solutions and among their tasks' statements. */
export class Collection {
  readonly rows: Surveyed[] = [];
  readonly solutions: NearMembers;
  /** Its members are tasks, in the order in which their first rows came. */
  readonly statements: NearMembers;
  readonly #tasks = new Map<string, number>();
  /** The task of each row; none for a row without a statement. */
  readonly #taskOf: (number | undefined)[] = [];
  readonly #firstRows: number[] = [];
  readonly #hasSolution: boolean[] = [];
  readonly #onTask: (statement: string) => void;

  constructor({ indexes, earlier = [], threshold, onTask = () => {} }: CollectionOptions) {
    this.#onTask = onTask;
    const before = (kind: keyof TextIndexes): Earlier[] =>
      earlier.map(({ indexes: known, name, until }) => ({
        index: known[kind],
        ...(name !== undefined && { name }),
        ...(until && { until: until[kind] }),
      }));
    this.solutions = new NearMembers(indexes.solutions, before('solutions'), threshold);
    this.statements = new NearMembers(indexes.statements, before('statements'), threshold);
  }

  /** Adds texts that must not come again. */
  bar(texts: Readonly<Record<keyof TextIndexes, readonly IndexedText[]>>): void {
    this.solutions.rows.bar(texts.solutions);
    this.statements.rows.bar(texts.statements);
  }

  add(row: Surveyed, facts: RowFacts): void {
    const number = this.rows.push(row) - 1;
    this.solutions.clusters.add();
    const { statement, solution } = facts;
    this.#hasSolution.push(solution !== undefined);
    this.#taskOf.push(row.fate || statement === undefined ? undefined : this.#task(row.task ?? row.key, statement));
    if (row.fate || solution === undefined) return;
    this.solutions.rows.add(number, row.key, minhash(normalisedTokens(solution)));
  }

  /** Looks up what has not been looked up yet. */
  complete(): void {
    this.solutions.rows.flush();
    this.statements.rows.flush();
  }

  taskOf(row: number): number | undefined {
    return this.#taskOf[row];
  }

  firstRowOf(task: number): number | undefined {
    return this.#firstRows[task];
  }

  hasSolution(row: number): boolean {
    return this.#hasSolution[row] ?? false;
  }

  #task(key: string, statement: string): number {
    const known = this.#tasks.get(key);
    if (known !== undefined) return known;
    const number = this.statements.clusters.add();
    this.#tasks.set(key, number);
    this.#firstRows.push(this.rows.length - 1);
    this.#onTask(statement);
    this.statements.rows.add(number, key, minhash(words(statement)));
    return number;
  }
}
