import type { Operator } from '../core/operator.ts';
import { contentHash } from '../core/id.ts';

export interface ChainOptions {
  readonly operators: readonly Operator[];
  /** Operators in a chain at most. */
  readonly depth: number;
  readonly seed: number;
}

/**
 * Every chain of different operators up to a depth, none twice. Lengths and first operators take turns, so that any
 * stretch of the list is balanced over both as far as there are chains of each.
 */
export function chainsOf({ operators, depth, seed }: ChainOptions): readonly (readonly Operator[])[] {
  const all = extended([[]], new Set(operators), Math.min(depth, operators.length));
  const byHead = Map.groupBy(all, (chain) => `${chain.length} ${chain[0]}`);
  const heads = [...byHead.values()].map((chains) => inDrawnOrder(chains, seed));
  const drawnHeads = inDrawnOrder(heads, seed);
  const longest = Math.max(0, ...drawnHeads.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    drawnHeads.flatMap((chains) => chains.slice(turn, turn + 1)),
  ).flat();
}

function extended(chains: readonly Operator[][], operators: ReadonlySet<Operator>, depth: number): Operator[][] {
  if (depth === 0) return [];
  const longer = chains.flatMap((chain) => {
    return [...operators.difference(new Set(chain))].map((operator) => [...chain, operator]);
  });
  return [...longer, ...extended(longer, operators, depth - 1)];
}

function inDrawnOrder<T>(values: readonly T[], seed: number): T[] {
  const keyed = values.map((value) => ({ value, key: contentHash([seed, value]) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ value }) => value);
}
