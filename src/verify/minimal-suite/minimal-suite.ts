import type { Sandbox } from '../../../sandbox/index.ts';
import { ok, type Outcome } from '../../core/fault.ts';
import type { Candidate } from '../candidate.ts';
import { instrument } from '../mutants/instrument.ts';
import { spread } from '../mutants/spread.ts';
import { stubId, stubNames } from '../stubs/stub.ts';
import { greedyCover } from './greedy-cover.ts';
import { isRefuted, type Kills, killsOf, type Target } from './attempts.ts';
import { reduceText } from './reduce-text.ts';
import { suiteUnits, type SuiteUnits, unitNamed } from './suite-units.ts';

/** A suite that refutes with fewer tests what the full one refutes; or why there is none. */
export type MinimalSuite =
  | {
      readonly kind: 'reduced';
      readonly tests: string;
      /** Tests that it has, and that the full suite has; `test.each` and a loop count as one. */
      readonly kept: number;
      readonly of: number;
    }
  | { readonly kind: 'irreducible'; readonly because: string };

export interface MinimalSuiteOptions {
  readonly limits: Target['limits'];
  /** At most so many mutants of the solution have to be killed, evenly spread over it. */
  readonly most: number;
  readonly refuted?: readonly Refuted[];
}

/** A wrong solution that the full suite refutes, and the name of a test that it fails. */
export interface Refuted {
  readonly solution: string;
  readonly by: string;
}

/** Each costs a job. */
const mostSiblings = 6;

/**
 * Reduces a suite to few tests that kill the same mutants of a solution, stubs among them, and refute the same wrong
 * solutions: a greedy set cover (Chvátal 1979) over what each test does. The reduced suite is run against all of it in
 * the end; where it does less than the full one, or does not accept the solution, there is none.
 */
export async function minimalSuite(
  sandbox: Pick<Sandbox, 'submit'>,
  candidate: Candidate,
  { limits, most, refuted = [] }: MinimalSuiteOptions,
): Promise<Outcome<MinimalSuite>> {
  const { solution, suite, language = 'ts' } = candidate;
  const found = suiteUnits(suite, language);
  if (!found || found.units.length === 0) return irreducible('its tests cannot be told apart');
  if (found.units.length === 1) return ok(whole(suite, found));
  const instrumented = await instrument(solution, { language });
  if (instrumented.kind === 'uninstrumentable') return irreducible(instrumented.message);
  const ids = [...stubNames.map(stubId), ...spread(instrumented.mutants, most).map(({ id }) => id)];
  const siblings = [...new Map(refuted.map((one) => [one.solution, one])).values()].slice(0, mostSiblings);
  return await reduce(sandbox, { candidate, code: instrumented.code, limits }, { found, ids, siblings });
}

interface Reduction {
  readonly found: SuiteUnits;
  readonly ids: readonly string[];
  readonly siblings: readonly Refuted[];
}

async function reduce(
  sandbox: Pick<Sandbox, 'submit'>,
  target: Target,
  { found, ids, siblings }: Reduction,
): Promise<Outcome<MinimalSuite>> {
  const { suite } = target.candidate;
  const { units, parts } = found;
  const kills = await killsOf(sandbox, target, { suite, ids, killers: 'all' });
  if (!kills.ok) return kills;
  if (kills.value === undefined) return irreducible('it does not accept the instrumented solution');
  const refuted = refutedByUnit(found, kills.value, siblings);
  const cover = greedyCover(refuted);
  if (cover.length === 0) return irreducible('there is nothing that it refutes');
  if (cover.length === units.length) return ok(whole(suite, found));
  const tests = reduceText(suite, parts, new Set(cover));
  const mutants = [...kills.value.keys()];
  const proven = await isAsGood(sandbox, target, { suite: tests, mutants, siblings });
  if (!proven.ok) return proven;
  if (!proven.value) return irreducible('fewer tests refute less');
  return ok({ kind: 'reduced', tests, kept: cover.length, of: units.length });
}

/** For each test, all that it is known to refute. Where nothing is known of one, it is for the proof at the end. */
function refutedByUnit(
  { units }: SuiteUnits,
  kills: Kills,
  siblings: readonly Refuted[],
): readonly ReadonlySet<string>[] {
  const refuted = units.map(() => new Set<string>());
  const note = (label: string, names: readonly string[]): void => {
    for (const unit of names.flatMap((name) => unitNamed(units, name))) refuted[unit]?.add(label);
  };
  for (const [id, names] of kills) note(id, names);
  // No mutant has such a name.
  for (const [place, { by }] of siblings.entries()) note(`sibling ${place}`, [by]);
  return refuted;
}

interface Proof {
  readonly suite: string;
  readonly mutants: readonly string[];
  readonly siblings: readonly Refuted[];
}

async function isAsGood(
  sandbox: Pick<Sandbox, 'submit'>,
  target: Target,
  { suite, mutants, siblings }: Proof,
): Promise<Outcome<boolean>> {
  const kills = await killsOf(sandbox, target, { suite, ids: mutants });
  if (!kills.ok) return kills;
  if (!mutants.every((id) => kills.value?.has(id))) return ok(false);
  for (const { solution } of siblings) {
    const refuted = await isRefuted(sandbox, target, { solution, suite });
    if (!refuted.ok || !refuted.value) return refuted;
  }
  return ok(true);
}

function whole(suite: string, { units }: SuiteUnits): MinimalSuite {
  return { kind: 'reduced', tests: suite, kept: units.length, of: units.length };
}

function irreducible(because: string): Outcome<MinimalSuite> {
  return ok({ kind: 'irreducible', because });
}
