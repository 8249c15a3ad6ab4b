import { contentHash } from '../core/id.ts';

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];
export type SplitShares = Readonly<Record<SplitName, number>>;

/** The split of everything that belongs to one group, such as a task: the same for ever, whatever else there is. */
export function splitOf(group: string, shares: SplitShares): SplitName {
  const position = Number.parseInt(contentHash(['split', group]).slice(0, 12), 16) / 2 ** 48;
  if (position < shares.train) return 'train';
  return position < shares.train + shares.validation ? 'validation' : 'test';
}
