import { contentHash } from './id.ts';

/** The share of each split, by its name, in the order that the splits stand in. */
export type SplitShares = Readonly<Record<string, number>>;

/** The splits that have a share, in order. */
export function splitNames(shares: SplitShares): string[] {
  return Object.keys(shares).filter((name) => (shares[name] ?? 0) > 0);
}

/** The split of everything that belongs to one group, such as a seed: the same for ever, whatever else there is. */
export function splitOf(group: string, shares: SplitShares): string {
  const position = Number.parseInt(contentHash(['split', group]).slice(0, 12), 16) / 2 ** 48;
  const names = splitNames(shares);
  let end = 0;
  for (const name of names) {
    end += shares[name] ?? 0;
    if (position < end) return name;
  }
  // The sum of the shares may be rounded to a little less than 1.
  return names.at(-1) ?? 'train';
}
