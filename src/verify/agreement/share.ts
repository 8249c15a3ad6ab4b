import type { Ballot } from './ballot.ts';

/** An input on which a solution stands against the plurality: what is shown to people. */
export interface Difference {
  readonly input: string;
  readonly own: string;
  readonly plurality: string;
  /** Different texts that give the plurality's outcome on this input. */
  readonly peers: number;
  /** Solutions that throw here, this one included: the input may be outside of what the task asks about. */
  readonly throwing: number;
  readonly weight: number;
}

/** How often a solution does what most do. */
export interface Share {
  /** From 0 to 1, weighted; absent where no input counts. */
  readonly share?: number;
  /** Inputs that count and on which the solution was observed. */
  readonly inputs: number;
  /** Those where the fewest throw first, then the weightiest, then in order. */
  readonly differences: readonly Difference[];
}

/** How often the voter at a place gives the plurality's outcome, over the inputs that count. */
export function shareWithPlurality(ballots: readonly Ballot[], voter: number): Share {
  const counting = ballots.filter(({ weight, keys }) => weight > 0 && keys[voter] !== undefined);
  const total = counting.reduce((sum, { weight }) => sum + weight, 0);
  const differences = counting.flatMap((ballot) => differenceOf(ballot, voter) ?? []);
  const lost = differences.reduce((sum, { weight }) => sum + weight, 0);
  return {
    ...(total > 0 && { share: (total - lost) / total }),
    inputs: counting.length,
    differences: differences.toSorted((a, b) => a.throwing - b.throwing || b.weight - a.weight),
  };
}

function differenceOf(
  { input, keys, texts, plurality, throwing, weight }: Ballot,
  voter: number,
): Difference[] | undefined {
  if (plurality === undefined || keys[voter] === plurality.key) return undefined;
  return [{ input, own: texts[voter] ?? '', plurality: plurality.text, peers: plurality.votes, throwing, weight }];
}
