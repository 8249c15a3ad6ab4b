import { Tally } from '../core/accounting.ts';
import type { Draw } from '../core/draw.ts';
import { NearDuplicateIndex } from '../curate/near-duplicates.ts';
import type { LaneSummary } from './lane/lane.ts';

export interface SettledLane {
  readonly draw: Draw;
  readonly summary: LaneSummary;
}

/** A lane with the samples of it that go into the dataset, and those that repeat earlier ones. */
export interface AdmittedLane {
  readonly draw: Draw;
  readonly kept: readonly string[];
  readonly duplicates: ReadonlyMap<string, string>;
}

/**
 * Lets accepted samples into the dataset in canonical order: near-duplicates of earlier ones are dropped, and what
 * comes after the target is left pending, so that a raised target takes it first.
 */
export class Admission {
  #tally = new Tally();
  readonly #index: NearDuplicateIndex;
  readonly #target: number;
  #kept = 0;

  constructor(options: { readonly nearDuplicate: number; readonly target: number | null }) {
    this.#index = new NearDuplicateIndex(options.nearDuplicate);
    this.#target = options.target ?? Number.POSITIVE_INFINITY;
  }

  get tally(): Tally {
    return this.#tally;
  }

  get kept(): number {
    return this.#kept;
  }

  get full(): boolean {
    return this.#kept >= this.#target;
  }

  /** A way back to the counts as they are now, for a round that does not come to its end. */
  checkpoint(): () => void {
    const [kept, counts] = [this.#kept, this.#tally.table()];
    return () => {
      this.#kept = kept;
      this.#tally = new Tally();
      this.#tally.add(counts);
    };
  }

  admit(lane: SettledLane): AdmittedLane {
    this.#tally.add(lane.summary.counts);
    const kept: string[] = [];
    const duplicates = new Map<string, string>();
    for (const { sample, code } of lane.summary.accepted) {
      const original = this.full ? undefined : this.#index.add(sample, code);
      if (original !== undefined) {
        duplicates.set(sample, original);
        this.#tally.count('deduplicate', { kind: 'dropped', reason: 'duplicate' });
      } else if (this.full) {
        this.#tally.count('deduplicate', { kind: 'pending' });
      } else {
        kept.push(sample);
        this.#kept += 1;
        this.#tally.count('deduplicate', { kind: 'kept' });
      }
    }
    this.#tally.make('deduplicate', 'sample', kept.length);
    return { draw: lane.draw, kept, duplicates };
  }
}
