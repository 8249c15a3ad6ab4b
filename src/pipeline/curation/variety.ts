import { FilterBias, type Distributions, type Shift } from '../../curate/bias/starved.ts';
import { traitsOf } from '../../curate/bias/traits.ts';
import type { RowFacts } from '../../curate/dataset/facts.ts';
import { DiversityMeasure, type DiversityReport } from '../../curate/diversity/measure.ts';
import { curateStages, type CurateStage, type Fate } from './fates.ts';

/** How varied a dataset is before and after its filters, and what they starve. */
export interface VarietyReport {
  readonly before: DiversityReport;
  readonly after: DiversityReport;
  readonly shifts: readonly Shift[];
  /** Filter → trait → value → rows before and after it. */
  readonly filters: Distributions;
}

/** Measures rows on their way: each with what became of it. */
export class Variety {
  readonly #before: DiversityMeasure;
  readonly #after: DiversityMeasure;
  readonly #bias = new FilterBias();

  /** `taxonomy`: the topics that the dataset is wanted to cover. */
  constructor(taxonomy: readonly string[]) {
    this.#before = new DiversityMeasure(taxonomy);
    this.#after = new DiversityMeasure(taxonomy);
  }

  add(facts: RowFacts, key: string, fate: Fate | undefined): void {
    const row = { ...facts, key };
    this.#before.add(row);
    if (!fate) this.#after.add(row);
    const traits = traitsOf(facts);
    for (const stage of stagesUpTo(fate?.stage)) this.#bias.add(stage, traits, stage !== fate?.stage);
  }

  report(): VarietyReport {
    return {
      before: this.#before.report(),
      after: this.#after.report(),
      shifts: this.#bias.shifts(),
      filters: this.#bias.distributions(),
    };
  }
}

/** The filters that a row entered. */
function stagesUpTo(last: CurateStage | undefined): readonly CurateStage[] {
  const filters = curateStages.slice(1);
  return last === undefined ? filters : filters.slice(0, filters.indexOf(last) + 1);
}
