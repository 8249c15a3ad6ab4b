import type { RatingRow } from '../../core/rows.ts';

/** What became of one request for a solution. */
export interface Outcome {
  readonly model: string;
  readonly isSolved: boolean;
}

const easyFrom = 2 / 3;
const hardBelow = 1 / 3;

/** Rates a task by how many of each model's solutions were kept; where no suite tells right from wrong, by nothing. */
export function ratingsOf(outcomes: readonly Outcome[], isRated: boolean): Record<string, RatingRow> {
  const byModel = Map.groupBy(outcomes, ({ model }) => model);
  const sorted = [...byModel].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([model, own]) => [model, ratingOf(own, isRated)]));
}

function ratingOf(outcomes: readonly Outcome[], isRated: boolean): RatingRow {
  const sampled = outcomes.length;
  const solved = outcomes.filter(({ isSolved }) => isSolved).length;
  const rate = sampled === 0 ? 0 : solved / sampled;
  const pass_rate = Math.round(rate * 1000) / 1000;
  return { sampled, solved, pass_rate, difficulty: isRated ? difficultyOf(rate) : 'unrated' };
}

function difficultyOf(rate: number): RatingRow['difficulty'] {
  if (rate === 0) return 'unsolved';
  return rate >= easyFrom ? 'easy' : rate < hardBelow ? 'hard' : 'medium';
}
