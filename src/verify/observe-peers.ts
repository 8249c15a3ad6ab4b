import { ok, type Outcome } from '../core/fault.ts';
import { type Agreement, groupByBehaviour } from './agreement/group.ts';
import { statementAllowsAnyOrder, statementAllowsChangingArguments } from './agreement/statement.ts';
import type { Behaviour } from './behaviour/behaviour.ts';
import { statementForbidsSharing } from './behaviour/class-aliasing.ts';
import { summarize } from './behaviour/summary.ts';
import type { MatrixSuite } from './decide.ts';
import { isAccepted, isAcceptedBySome, type Provers, type Trial } from './trial.ts';

/** What the solutions do that at least one suite accepts. */
export interface Observed {
  /** For each solution; undefined for those that were not looked at. */
  readonly behaviours: readonly (Behaviour | undefined)[];
  readonly agreement: Agreement;
  /** The solutions that have a say in the agreement, in its order. */
  readonly voters: readonly number[];
  readonly mayChange: boolean;
  readonly mayShare: boolean;
}

/** Has those solutions called on generated inputs, and compares what they answer. */
export async function observePeers({ observe }: Provers, trial: Trial): Promise<Outcome<Observed>> {
  const { inputs, solutions, language, files, entryPoint, statement } = trial;
  const accepted =
    observe && inputs ? solutions.flatMap((_, index) => (isAcceptedBySome(trial, index) ? [index] : [])) : [];
  const anyOrder = statementAllowsAnyOrder(statement);
  const asked = accepted.map(async (index) => {
    const subject = {
      solution: solutions[index]?.code ?? '',
      ...(language !== undefined && { language }),
      ...(files !== undefined && { files }),
      ...(entryPoint !== undefined && { entryPoint }),
    };
    return observe && inputs ? await observe(subject, { inputs, anyOrder }) : undefined;
  });
  const behaviours: (Behaviour | undefined)[] = solutions.map(() => undefined);
  for (const [at, outcome] of (await Promise.all(asked)).entries()) {
    if (outcome === undefined) continue;
    if (!outcome.ok) return outcome;
    behaviours[accepted[at] ?? -1] = outcome.value;
  }
  return ok({
    behaviours,
    ...agreementAmong(trial, behaviours, accepted),
    mayChange: statementAllowsChangingArguments(statement),
    mayShare: !statementForbidsSharing(statement),
  });
}

/** The same, where what only dismissed suites accept has no say. */
export function withoutDismissed(observed: Observed, trial: Trial, suites: readonly MatrixSuite[]): Observed {
  const standing = suites.flatMap(({ dismissed }, at) => (dismissed ? [] : [at]));
  const voters = observed.voters.filter((index) => standing.some((at) => isAccepted(trial.judgements[index]?.[at])));
  return { ...observed, ...agreementAmong(trial, observed.behaviours, voters) };
}

/** What does not even agree with itself has no say. */
function agreementAmong(
  { solutions }: Trial,
  behaviours: Observed['behaviours'],
  candidates: readonly number[],
): Pick<Observed, 'agreement' | 'voters'> {
  const voters = candidates.flatMap((index) => {
    const [solution, behaviour] = [solutions[index], behaviours[index]];
    if (!solution || !behaviour || summarize(behaviour).unsteady) return [];
    return [{ index, behaviour, code: solution.code, source: solution.source, isDerived: solution.isDerived ?? false }];
  });
  return { agreement: groupByBehaviour(voters, { looseNull: true }), voters: voters.map(({ index }) => index) };
}
