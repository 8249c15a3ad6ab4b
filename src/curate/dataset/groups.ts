import { splitOf, type SplitShares } from '../../core/split.ts';

/** Where a row goes: a split with everything that it belongs with, or nowhere. */
export type Place =
  | { readonly kind: 'placed'; readonly group: string; readonly split: string }
  | { readonly kind: 'straddles'; readonly splits: readonly string[] };

/** A row by what it belongs with. */
export interface PlacedRow {
  readonly ties: readonly string[];
  readonly near?: readonly string[];
  readonly name?: string;
}

/**
 * Places rows, as they come, in splits so that no two that belong together are separated. A row's place depends on the
 * rows before it alone: more rows move none of the old ones. One that ties together two groups of different splits can
 * stand in neither, and says so.
 */
export class Groups {
  readonly #shares: SplitShares;
  readonly #known = new Map<string, string>();

  constructor(shares: SplitShares) {
    this.#shares = shares;
  }

  /**
   * `ties`: what rows that belong together share; a new group is named by the first, or by `name` where there is none.
   * `near`: groups of earlier rows that this one belongs with.
   */
  place({ ties, near = [], name = '' }: PlacedRow): Place {
    const groups = [...new Set([...ties.flatMap((tie) => this.#known.get(tie) ?? []), ...near])];
    const [group = ties[0] ?? name] = groups;
    const splits = new Set(groups.map((name) => splitOf(name, this.#shares)));
    if (splits.size > 1) return { kind: 'straddles', splits: [...splits] };
    for (const tie of ties) if (!this.#known.has(tie)) this.#known.set(tie, group);
    return { kind: 'placed', group, split: splitOf(group, this.#shares) };
  }
}
