import { type Ballot, countBallots } from './ballot.ts';
import type { Equality } from './same.ts';
import { shareWithPlurality, type Share } from './share.ts';
import { originals, type Voter } from './voter.ts';

/** Solutions with the same outcomes on all inputs that count. */
export interface Group {
  /** Places of the solutions, ascending. */
  readonly members: readonly number[];
  /** How many of them are no copies of each other: the group's weight. */
  readonly texts: number;
}

/** The group that is in the right as far as agreement can tell, or why there is none. */
export type Majority =
  | { readonly kind: 'agreed'; readonly group: Group }
  | { readonly kind: 'none'; readonly because: NoMajority };

/**
 * - `nothing-observed`: no solution could be observed, or no input counts;
 * - `alone`: only one solution was observed;
 * - `copies`: the largest group's members are one text;
 * - `tie`: another group has the same weight;
 * - `one-source`: all of the largest group are by one model at temperature 0;
 * - `scattered`: the largest group has no more than half of the weight of all, or a plurality against it somewhere.
 */
export type NoMajority = 'nothing-observed' | 'alone' | 'copies' | 'tie' | 'one-source' | 'scattered';

export interface Agreement {
  /** The weightiest first, then the one with the earliest member. Solutions that were not observed are in none. */
  readonly groups: readonly Group[];
  readonly majority: Majority;
  /** For each solution. */
  readonly shares: readonly Share[];
  /** Inputs on which a plurality stands. */
  readonly counting: number;
}

/** Groups solutions by what they do on the same inputs. */
export function groupByBehaviour(voters: readonly Voter[], equality: Equality = {}): Agreement {
  const ballots = countBallots(voters, equality);
  const counting = ballots.filter(({ weight }) => weight > 0);
  const groups = groupsOf(voters, counting);
  return {
    groups,
    majority: majorityOf(voters, groups, counting),
    shares: voters.map((_, voter) => shareWithPlurality(ballots, voter)),
    counting: counting.length,
  };
}

/** A solution that was not observed on some inputs goes with the first group that it does not contradict. */
function groupsOf(voters: readonly Voter[], counting: readonly Ballot[]): readonly Group[] {
  const original = originals(voters);
  const groups: { keys: (string | undefined)[]; members: number[] }[] = [];
  for (const [voter, { behaviour }] of voters.entries()) {
    if (behaviour.kind === 'failed') continue;
    const keys = counting.map((ballot) => ballot.keys[voter]);
    const home = groups.find((group) => agree(group.keys, keys));
    if (home) {
      home.members.push(voter);
      home.keys = home.keys.map((key, at) => key ?? keys[at]);
    } else groups.push({ keys, members: [voter] });
  }
  return groups
    .map(({ members }) => ({
      members,
      texts: new Set(members.map((member) => original[member]).filter((first) => first !== 'derived')).size,
    }))
    .toSorted((a, b) => b.texts - a.texts);
}

function agree(a: readonly (string | undefined)[], b: readonly (string | undefined)[]): boolean {
  return a.every((key, at) => key === undefined || b[at] === undefined || key === b[at]);
}

function majorityOf(voters: readonly Voter[], groups: readonly Group[], counting: readonly Ballot[]): Majority {
  const [first, second] = groups;
  const none = (because: NoMajority): Majority => ({ kind: 'none', because });
  if (!first) return none('nothing-observed');
  const observed = groups.reduce((sum, { members }) => sum + members.length, 0);
  if (observed === 1) return none('alone');
  if (first.texts === second?.texts) return none('tie');
  if (first.texts === 1) return none('copies');
  if (counting.length === 0) return none('nothing-observed');
  if (isOneSource(first.members.flatMap((member) => voters[member] ?? []))) return none('one-source');
  const texts = groups.reduce((sum, group) => sum + group.texts, 0);
  const leads = first.members.every((member) => counting.every((ballot) => isWithPlurality(ballot, member)));
  return leads && first.texts * 2 > texts ? { kind: 'agreed', group: first } : none('scattered');
}

function isWithPlurality({ keys, plurality }: Ballot, voter: number): boolean {
  return keys[voter] === undefined || keys[voter] === plurality?.key;
}

function isOneSource(members: readonly Voter[]): boolean {
  const models = new Set(members.map(({ source }) => source.model));
  return models.size === 1 && members.every(({ source }) => source.temperature === 0);
}
