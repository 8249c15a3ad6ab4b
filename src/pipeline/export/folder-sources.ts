import { inputError, type WinnowError } from '../../core/error.ts';
import type { PairRow, SampleRow } from '../../core/rows.ts';
import type { Exchange, Item, Sources } from '../../export/items.ts';
import { labelItem, pairItem, preferenceItem, statementPair, taskItem } from '../../export/to-items.ts';
import { readRows, rowFile, type Located, type RowFileKind } from './row-files.ts';
import { Spool } from './spool.ts';
import { Survey, type Surveyed } from './survey.ts';

export interface FolderOptions {
  /** As `winnow run`, `winnow curate` or `winnow backtranslate` wrote it. */
  readonly folder: string;
  /** A file that may be used meanwhile. */
  readonly scratch: string;
  readonly reasoning: boolean;
  readonly direction: PairRow['direction'] | 'both';
  readonly signal: AbortSignal;
}

/** The rows of a folder with their proofs, as sources of an export. */
export class FolderSources implements Sources, AsyncDisposable {
  readonly #options: FolderOptions;
  readonly #spool: Spool;
  #survey = new Survey();
  #latest: SampleRow | undefined;

  /** Reads the samples once. Throws an input error. */
  static async open(options: FolderOptions): Promise<FolderSources> {
    const sources = new FolderSources(options, await Spool.open(options.scratch));
    try {
      await sources.#readSamples();
      return sources;
    } catch (error) {
      await sources[Symbol.asyncDispose]();
      throw error;
    }
  }

  private constructor(options: FolderOptions, spool: Spool) {
    this.#options = options;
    this.#spool = spool;
  }

  /** What is known about all samples. */
  survey(): Surveyed {
    return this.#survey.result();
  }

  async *pairs(): ReturnType<Sources['pairs']> {
    const { direction } = this.#options;
    for await (const item of this.#allPairs()) {
      if (direction === 'both' || item.proof.direction === direction) yield item;
    }
  }

  async *preferences(): ReturnType<Sources['preferences']> {
    for await (const { row, sample, at } of this.#withSamples(this.#rows('preferences'))) {
      if (row.chosen !== sample.solution) throw unproven(at, 'the chosen answer', sample.id);
      yield preferenceItem(row, sample);
    }
  }

  async *labels(): ReturnType<Sources['labels']> {
    for await (const { row, sample } of this.#withSamples(this.#rows('labels'))) yield labelItem(row, sample);
  }

  async *tasks(): ReturnType<Sources['tasks']> {
    const seen = new Set<string>();
    for await (const { row: sample } of this.#rows('samples')) {
      if (seen.has(sample.task.id)) continue;
      seen.add(sample.task.id);
      yield taskItem(sample);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#spool[Symbol.asyncDispose]();
  }

  async *#allPairs(): AsyncIterable<Item<Exchange>> {
    const { folder, reasoning } = this.#options;
    if (rowFile(folder, 'pairs') === undefined) {
      for await (const { row } of this.#rows('samples')) yield pairItem(statementPair(row), row, reasoning);
      return;
    }
    for await (const { row, sample, at } of this.#withSamples(this.#rows('pairs'))) {
      if (row.code !== sample.solution) throw unproven(at, 'the code', sample.id);
      yield pairItem(row, sample, reasoning);
    }
  }

  async #readSamples(): Promise<void> {
    for await (const { row, at } of this.#rows('samples')) {
      refuseUnproven(row, at);
      if (this.#spool.has(row.id)) throw twice(at, row.id);
      this.#survey.add(row);
      const { id, group, task, solution, tests, reasoning, verification, lineage } = row;
      await this.#spool.add(id, JSON.stringify({ id, group, task, solution, tests, reasoning, verification, lineage }));
    }
  }

  #rows<Kind extends RowFileKind>(kind: Kind): ReturnType<typeof readRows<Kind>> {
    const { folder, signal } = this.#options;
    return readRows(neededFile(folder, kind), kind, signal);
  }

  async *#withSamples<Row extends { readonly sample: string }>(
    rows: AsyncIterable<Located<Row>>,
  ): AsyncIterable<Located<Row> & { readonly sample: SampleRow }> {
    for await (const { row, at } of rows) yield { row, at, sample: await this.#sample(row.sample, at) };
  }

  /** Rows of one sample mostly follow each other. */
  async #sample(id: string, at: string): Promise<SampleRow> {
    if (this.#latest?.id === id) return this.#latest;
    const text = await this.#spool.get(id);
    if (text === undefined) throw noSample(at, id);
    this.#latest = JSON.parse(text) as SampleRow;
    return this.#latest;
  }
}

/** The file of a kind of rows. Throws an input error where there is none. */
export function neededFile(folder: string, kind: RowFileKind): string {
  const path = rowFile(folder, kind);
  if (path !== undefined) return path;
  const why = kind === 'samples' ? ', and without the tests in it nothing is proven' : '';
  throw inputError(
    'rows-missing',
    `There is no ${kind}.jsonl (or ${kind}.jsonl.zst) in ${folder}${why}. Check --run, or choose formats that are not made of ${kind}.`,
  );
}

function refuseUnproven({ id, solution, tests, verification }: SampleRow, at: string): void {
  if (solution !== verification.solution) throw unproven(at, 'the solution', id);
  if (tests !== verification.tests) throw unproven(at, 'the suite of tests', id);
}

function unproven(at: string, what: string, sample: string): WinnowError {
  return inputError(
    'row-unproven',
    `${at}: ${what} is not what the verification of ${sample} is of. Only proven rows are exported: take the row from where it was made, unchanged.`,
  );
}

function twice(at: string, id: string): WinnowError {
  return inputError(
    'sample-twice',
    `${at}: there was a sample ${id} before. Ids are unique: take one of the two away.`,
  );
}

function noSample(at: string, id: string): WinnowError {
  return inputError(
    'sample-missing',
    `${at}: it is of the sample ${id}, which is not in samples.jsonl, so it has no proof. Take the row away, or add the sample.`,
  );
}
