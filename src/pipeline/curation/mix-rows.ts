import { mix, type Mixable } from '../../curate/dataset/mix.ts';
import type { MixSettings } from './options.ts';
import type { Surveyed } from './survey.ts';

/**
 * How often each row stands in the dataset: once, unless there are real and synthetic rows to be mixed, or a total is
 * wanted. Drops those that do not stand in it.
 */
export function mixRows(rows: readonly Surveyed[], settings: MixSettings, seed: number): readonly number[] {
  const alive = rows.filter(({ fate }) => !fate);
  const isMixture = alive.some(({ isReal }) => isReal) && alive.some(({ isReal }) => !isReal);
  if (!isMixture && settings.total === null) return rows.map(({ fate }) => (fate ? 0 : 1));
  const real = isMixture ? settings.real : alive.some(({ isReal }) => isReal) ? 1 : 0;
  const total = settings.total ?? Number.POSITIVE_INFINITY;
  const times = mix(alive.map(asMixable), { real, total, copies: isMixture ? settings.copies : 1, seed });
  const byRow = new Map(alive.map((row, place) => [row, times[place] ?? 0]));
  return rows.map((row) => timesOf(row, byRow.get(row) ?? 0));
}

function asMixable({ key, isReal, stratum, weight }: Surveyed): Mixable {
  return { id: key, isReal, stratum, weight };
}

function timesOf(row: Surveyed, times: number): number {
  if (!row.fate && times === 0) row.fate = { stage: 'mix', reason: { kind: 'out-of-ratio' } };
  return times;
}
