import { contentHash } from './id.ts';

/** Split name → share of the groups; the shares add up to 1. */
export type SplitShares = Readonly<Record<string, number>>;

/** The split of everything that belongs to one group, such as a task: the same for ever, whatever else there is. */
export function splitOf(group: string, shares: SplitShares): string {
  const position = Number.parseInt(contentHash(['split', group]).slice(0, 12), 16) / 2 ** 48;
  const names = Object.keys(shares);
  let upTo = 0;
  for (const name of names) {
    upTo += shares[name] ?? 0;
    if (position < upTo) return name;
  }
  return names.at(-1) ?? 'train';
}
