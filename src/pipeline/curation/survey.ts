import type { Decontamination, Incoherence } from '../../core/curation.ts';
import { contentHash } from '../../core/id.ts';
import type { RowFacts } from '../../curate/dataset/facts.ts';
import { removedFor, type Removal } from '../../curate/dataset/removal.ts';
import type { Fate } from './fates.ts';
import type { DatasetRow } from './read-dataset.ts';

/** What is remembered of a row between the two readings of a dataset: its texts are not. */
export interface Surveyed {
  readonly id: string;
  /** Says the same on every machine and in every file: a hash of the row's texts. */
  readonly key: string;
  readonly isReal: boolean;
  readonly evidence: number;
  readonly lineage: readonly string[];
  readonly task: string | undefined;
  readonly stratum: string;
  readonly weight: number;
  /** Why it is dropped, as far as that is known. */
  fate: Fate | undefined;
}

export interface SurveyOptions {
  readonly removal: Removal;
  readonly decontamination: Decontamination | undefined;
  /** What does not fit together in a row of a known shape. */
  readonly incoherences: (value: Readonly<Record<string, unknown>>) => readonly Incoherence[];
  /** What a row weighs in a mixture. */
  readonly weigh: (facts: RowFacts) => number;
}

/** Looks at a row on its own. */
export function surveyRow({ facts, isReal, value }: DatasetRow, options: SurveyOptions): Surveyed {
  const { id, evidence, lineage, task, statement, solution, topics, difficulty } = facts;
  return {
    id,
    key: contentHash([statement, solution]).slice(0, 24),
    isReal,
    evidence,
    lineage,
    task,
    stratum: [topics[0] ?? '', difficulty ?? ''].join('/'),
    weight: options.weigh(facts),
    fate: fateOf(facts, value, options),
  };
}

function fateOf(
  facts: RowFacts,
  value: DatasetRow['value'],
  { removal, decontamination, incoherences }: SurveyOptions,
): Fate | undefined {
  const by = removedFor(facts, removal);
  if (by) return { stage: 'remove', reason: { kind: 'removed', by } };
  const match = decontamination?.match(facts);
  if (match) return { stage: 'decontaminate', reason: { kind: 'contaminated', ...match } };
  const faults = incoherences(value);
  return faults.length > 0 ? { stage: 'cohere', reason: { kind: 'incoherent', faults } } : undefined;
}
