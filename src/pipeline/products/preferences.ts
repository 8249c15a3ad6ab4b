import { contentId } from '../../core/id.ts';
import type { PreferenceRow, SampleRow } from '../../core/rows.ts';
import { taskPrompt } from '../../core/task-prompt.ts';
import type { Judgement } from '../../core/verdict.ts';
import { distinctRivals, type Rival } from './rival.ts';

const leastGap = 0.4;

/**
 * Pairs a kept sample with the solutions that its suite refuted, equal ones once.
 *
 * The rule of AceCoder (Zeng et al. 2025, section 3.2): the chosen passes at least 0.8 of the tests, and a kept sample
 * passes all; the rejected passes some, but at least 0.4 less.
 */
export function preferencesOf(sample: SampleRow, rivals: readonly Rival[]): PreferenceRow[] {
  return distinctRivals(rivals).flatMap(({ code, judgement }) => {
    const rate = refutedPassRate(judgement);
    if (rate === undefined || rate <= 0 || 1 - rate < leastGap) return [];
    return [
      {
        id: contentId('pref', [sample.id, code]),
        prompt: taskPrompt(sample.task),
        chosen: sample.solution,
        rejected: code,
        chosen_pass_rate: 1,
        rejected_pass_rate: Math.round(rate * 1000) / 1000,
        sample: sample.id,
      },
    ];
  });
}

/** The share of tests that a refuted solution passed, from 0 to 1. */
function refutedPassRate(judgement: Judgement | undefined): number | undefined {
  if (judgement?.kind !== 'judged' || judgement.verdict.kind !== 'refuted') return undefined;
  return 1 - judgement.verdict.failed / judgement.verdict.total;
}
