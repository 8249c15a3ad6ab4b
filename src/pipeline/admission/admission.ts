import { reasonKey, type DropReason } from '../../core/decision.ts';
import type { Decontamination } from '../../core/curation.ts';
import { Tally } from '../../core/accounting.ts';
import type { Draw } from '../../core/draw.ts';
import type { SampleRow } from '../../core/rows.ts';
import { rowIncoherences } from '../../curate/coherence/row-coherence.ts';
import { factsOf, type RowFacts } from '../../curate/dataset/facts.ts';
import { Collection, type EarlierTexts } from '../curation/collection.ts';
import { deduplicate } from '../curation/deduplicate.ts';
import { remember, type KeptRow } from '../curation/remember.ts';
import { surveyRow, type Surveyed } from '../curation/survey.ts';
import { openTextIndexes, type TextIndexes } from '../curation/text-indexes.ts';
import type { LaneSummary } from '../lane/lane.ts';

export interface SettledLane {
  readonly draw: Draw;
  readonly summary: Pick<LaneSummary, 'counts'>;
  /** The accepted ones, in their order. */
  readonly samples: readonly SampleRow[];
}

/** A lane with the samples of it that go into the dataset, and why the others do not. */
export interface AdmittedLane {
  readonly draw: Draw;
  readonly kept: readonly string[];
  readonly dropped: ReadonlyMap<string, DroppedSample>;
}

export interface DroppedSample {
  readonly stage: 'decontaminate' | 'cohere' | 'deduplicate';
  readonly reason: DropReason;
}

export interface AdmissionOptions {
  /** Jaccard similarity from which solutions, and statements of different tasks, are near-duplicates. */
  readonly nearDuplicate: number;
  readonly target: number | null;
  /** Whether the round that reaches the target is let in as a whole. */
  readonly keepsWholeRounds?: boolean;
  readonly decontamination?: Decontamination | undefined;
  /** What must not come again. */
  readonly earlier?: readonly EarlierTexts[];
}

/**
 * Lets accepted samples into the dataset, a round at a time: without those that repeat public benchmarks, and of those
 * that repeat each other the best proven one, or the one that an earlier round has let in. What comes after the target in
 * canonical order is left pending, so that a raised target takes it first.
 */
export class Admission implements Disposable {
  #tally = new Tally();
  readonly #options: AdmissionOptions;
  readonly #target: number;
  readonly #open = new DisposableStack();
  readonly #kept: TextIndexes;
  #keptCount = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#target = options.target ?? Number.POSITIVE_INFINITY;
    this.#kept = openTextIndexes(null, this.#open, { durable: false });
  }

  get tally(): Tally {
    return this.#tally;
  }

  get kept(): number {
    return this.#keptCount;
  }

  get full(): boolean {
    return this.#keptCount >= this.#target;
  }

  /** A way back to the counts as they are now, for a round that does not come to its end. */
  checkpoint(): () => void {
    const [kept, counts] = [this.#keptCount, this.#tally.table()];
    return () => {
      this.#keptCount = kept;
      this.#tally = new Tally();
      this.#tally.add(counts);
    };
  }

  /** The lanes of one round, in canonical order. */
  admit(lanes: readonly SettledLane[]): AdmittedLane[] {
    for (const { summary } of lanes) this.#tally.add(summary.counts);
    using open = new DisposableStack();
    const collection = this.#collect(lanes, openTextIndexes(null, open, { durable: false }));
    deduplicate(collection);
    const admitted = lanes.map(({ draw }) => ({
      draw,
      kept: [] as string[],
      dropped: new Map<string, DroppedSample>(),
    }));
    const kept: KeptRow[] = [];
    const homes = lanes.flatMap(({ samples }, lane) => samples.map(() => lane));
    for (const [number, row] of collection.rows.entries()) {
      const lane = admitted[homes[number] ?? 0];
      if (!lane || !this.#admits(row, lane.dropped)) continue;
      lane.kept.push(row.id);
      kept.push({ row: number, note: '' });
    }
    this.#tally.make('deduplicate', 'sample', kept.length);
    remember(this.#kept, collection, kept);
    return admitted;
  }

  [Symbol.dispose](): void {
    this.#open.dispose();
  }

  #collect(lanes: readonly SettledLane[], indexes: TextIndexes): Collection {
    const { nearDuplicate: threshold, decontamination, earlier = [] } = this.#options;
    const collection = new Collection({ indexes, earlier: [{ indexes: this.#kept }, ...earlier], threshold });
    const look = { removal: nothingRemoved, decontamination, incoherences: rowIncoherences, weigh: () => 1 };
    for (const sample of lanes.flatMap(({ samples }) => samples)) {
      const facts = factsOfSample(sample);
      const found = { file: '', line: 0, isReal: false, value: { ...sample }, facts };
      collection.add({ ...surveyRow(found, look), key: sample.id }, facts);
    }
    collection.complete();
    return collection;
  }

  /** Counts what becomes of a sample. */
  #admits({ id, fate }: Surveyed, dropped: Map<string, DroppedSample>): boolean {
    if (fate?.stage === 'decontaminate') {
      this.#drop(id, { stage: fate.stage, reason: fate.reason }, dropped);
      return false;
    }
    this.#tally.count('decontaminate', { kind: 'kept' });
    this.#tally.make('decontaminate', 'uncontaminated');
    if (fate?.stage === 'cohere') {
      this.#drop(id, { stage: fate.stage, reason: fate.reason }, dropped);
      return false;
    }
    this.#tally.count('cohere', { kind: 'kept' });
    this.#tally.make('cohere', 'coherent');
    if (this.full && !this.#options.keepsWholeRounds) {
      this.#tally.count('deduplicate', { kind: 'pending' });
      return false;
    }
    if (fate?.stage === 'deduplicate') {
      this.#drop(id, { stage: fate.stage, reason: fate.reason }, dropped);
      return false;
    }
    this.#keptCount += 1;
    this.#tally.count('deduplicate', { kind: 'kept' });
    return true;
  }

  #drop(id: string, drop: DroppedSample, dropped: Map<string, DroppedSample>): void {
    dropped.set(id, drop);
    this.#tally.count(drop.stage, { kind: 'dropped', reason: reasonKey(drop.reason) });
  }
}

const nothingRemoved = { sources: [], licences: [] };

/** What has no statement has a solution all the same. */
function factsOfSample(sample: SampleRow): RowFacts {
  const read = factsOf(sample);
  if (!read.ok) throw new Error(`a sample without a solution: ${sample.id}`);
  return read.facts;
}
