import { contentId } from '../../core/id.ts';
import { reasonRow, type RepairRow, type SampleRow } from '../../core/rows.ts';
import { distinctRivals, type Rival } from './rival.ts';

/** Pairs what a sample's own suite refuted, with the evidence, with the sample as what is right instead. */
export function repairsOf(sample: SampleRow, rivals: readonly Rival[]): RepairRow[] {
  return distinctRivals(rivals).flatMap(({ code, judgement }): RepairRow[] => {
    if (judgement?.kind !== 'judged' || judgement.verdict.kind !== 'refuted') return [];
    const evidence = reasonRow({ kind: 'failed', verdict: judgement.verdict });
    const { id, task, solution } = sample;
    const repair = { task, before: code, evidence, after: solution, origin: 'sibling', sample: id } as const;
    return [{ id: contentId('repair', [id, code]), ...repair }];
  });
}
