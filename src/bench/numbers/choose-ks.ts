import { inputError } from '../../core/error.ts';
import type { ProblemTally } from './tally.ts';

const usual: readonly number[] = [1, 5, 10, 100];

/**
 * The values of k to give: those asked for, or those of 1, 5, 10 and 100 for which every sampled problem has samples
 * enough. A problem whose samples are all unjudged allows none, and does not count. Throws an input error for a k that a
 * problem does not allow.
 */
export function chooseKs(
  tallies: readonly Pick<ProblemTally, 'id' | 'judged'>[],
  asked?: readonly number[],
): readonly number[] {
  const judged = tallies.filter((tally) => tally.judged > 0);
  const fewest = judged.toSorted((a, b) => a.judged - b.judged)[0];
  if (fewest === undefined) throw nothingJudged();
  if (asked === undefined) return usual.filter((k) => k <= fewest.judged);
  const tooLarge = asked.find((k) => k > fewest.judged);
  if (tooLarge !== undefined) throw notAllowed(tooLarge, fewest);
  return asked;
}

function notAllowed(k: number, { id, judged }: Pick<ProblemTally, 'id' | 'judged'>): Error {
  return inputError(
    'k-too-large',
    `pass@${k} needs ${k} judged samples of every problem, and ${id} has ${judged}. Ask for -k ${judged} or less, or take more samples. The verdicts are in the results.`,
  );
}

function nothingJudged(): Error {
  return inputError('no-samples', 'There is no judged sample of any problem: nothing can be said of pass@k.');
}
