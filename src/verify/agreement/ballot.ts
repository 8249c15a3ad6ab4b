import type { Equality } from './same.ts';
import { outcomeKey, outcomeText } from './same.ts';
import { originals, type Voter } from './voter.ts';

/** What the solutions say about one input. */
export interface Ballot {
  readonly input: string;
  /** How much the input says about what is right, from 0 (nothing) to 1. */
  readonly weight: number;
  /** What most say; absent where nothing leads. */
  readonly plurality?: { readonly key: string; readonly text: string; readonly votes: number };
  /** For each voter, what it says; undefined for one that was not observed. */
  readonly keys: readonly (string | undefined)[];
  readonly texts: readonly string[];
  /** How many voters threw or did not end. */
  readonly throwing: number;
}

/**
 * Counts the solutions' outcomes on each input. Copies of one text count once.
 *
 * An input weighs as much as the share of the votes that its most frequent outcome has. It weighs nothing where half
 * of the votes or more are for throwing or not ending (it is outside of what the task asks about), where only one vote
 * is for the most frequent outcome, and where two outcomes are equally frequent.
 */
export function countBallots(voters: readonly Voter[], equality: Equality): readonly Ballot[] {
  const calls = voters.map(({ behaviour }) => (behaviour.kind === 'observed' ? behaviour.calls : []));
  const original = originals(voters);
  const longest = calls.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return longest.map(({ input }, at) => {
    const outcomes = calls.map((own) => own[at]?.outcome ?? ({ kind: 'unobserved' } as const));
    const keys = outcomes.map((outcome) => outcomeKey(outcome, equality));
    const texts = outcomes.map(outcomeText);
    const counted = countVotes(keys.filter((_, voter) => original[voter] === voter));
    const throwing = keys.filter((key) => key === 'threw').length;
    return { input, keys, texts, throwing, ...standing(counted, (key) => texts[keys.indexOf(key)] ?? '') };
  });
}

function countVotes(keys: readonly (string | undefined)[]): readonly (readonly [key: string, votes: number])[] {
  const votes = new Map<string, number>();
  for (const key of keys) if (key !== undefined) votes.set(key, (votes.get(key) ?? 0) + 1);
  return [...votes].toSorted(([, a], [, b]) => b - a);
}

function standing(
  counted: ReturnType<typeof countVotes>,
  textOf: (key: string) => string,
): Pick<Ballot, 'weight' | 'plurality'> {
  const total = counted.reduce((sum, [, votes]) => sum + votes, 0);
  const thrown = counted.find(([key]) => key === 'threw')?.[1] ?? 0;
  const [first, second] = counted;
  if (!first || thrown * 2 >= total || first[1] < 2 || first[1] === second?.[1]) return { weight: 0 };
  const [key, votes] = first;
  return { weight: votes / total, plurality: { key, votes, text: textOf(key) } };
}
