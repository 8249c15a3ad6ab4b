import { allOk, ok, type Outcome } from '../core/fault.ts';
import { badTests } from './agreement/bad-tests.ts';
import type { MatrixSuite } from './decide.ts';
import type { Mutations } from './mutations.ts';
import type { Observed } from './observe-peers.ts';
import { isAccepted, type Trial } from './trial.ts';
import { vainRepair } from './vain-repair.ts';

/**
 * The suites, those marked that accept stubs, that solutions fail as one which agree with each other, or that were to
 * do better than another suite and do not.
 */
export async function dismissals(
  trial: Trial,
  { agreement, voters }: Observed,
  mutations: Mutations,
): Promise<Outcome<readonly MatrixSuite[]>> {
  const { majority } = agreement;
  const passed = voters.map((index) => (trial.judgements[index] ?? []).map(isAccepted));
  const contradicted = new Set(badTests(passed, majority).map(({ test }) => test));
  return await allOk(
    trial.suites.map(async ({ id, blind, repairOf, revisionOf }, at): Promise<Outcome<MatrixSuite>> => {
      const suite = {
        id,
        blind,
        ...(repairOf !== undefined && { repairOf }),
        ...(revisionOf !== undefined && { revisionOf }),
      };
      const accepted = trial.judgements.findIndex((row) => isAccepted(row[at]));
      if (accepted === -1) return ok(suite);
      if (contradicted.has(at) && majority.kind === 'agreed') {
        return ok({ ...suite, dismissed: { kind: 'contradicted', agreeing: majority.group.texts } });
      }
      const stubs = await mutations.vacuousStubs(accepted, at);
      if (!stubs.ok) return stubs;
      const vain = await vainRepair(trial, at, mutations);
      if (!vain.ok) return vain;
      const vacuous = { kind: 'unproven', because: 'vacuous-suite', stubs: stubs.value } as const;
      const dismissed = stubs.value.length > 0 ? vacuous : vain.value;
      return ok({ ...suite, ...(dismissed && { dismissed }) });
    }),
  );
}
