import { allOk, ok, type Outcome } from '../core/fault.ts';
import { decideTask, type TaskDecision } from './decide.ts';
import { dismissals } from './dismissals.ts';
import { Mutations } from './mutations.ts';
import { observePeers, withoutDismissed } from './observe-peers.ts';
import type { Policy } from './policy.ts';
import { solutionProof } from './solution-proof.ts';
import type { Provers, Trial } from './trial.ts';
import { type SolutionProof, weighTask } from './weigh.ts';

/**
 * Decides about a task by more than its verdicts: suites must reject stubs and kill mutants, and solutions are compared
 * on generated inputs with those that passed as they did. A fault of the machinery leaves the task undecided.
 */
export async function prove(provers: Provers, trial: Trial, policy: Policy): Promise<Outcome<TaskDecision>> {
  const observed = await observePeers(provers, trial);
  if (!observed.ok) return observed;
  const mutations = new Mutations(provers, trial);
  const dismissed = await dismissals(trial, observed.value, mutations);
  if (!dismissed.ok) return dismissed;
  const standing = withoutDismissed(observed.value, trial, dismissed.value);
  const decision = decideTask({ suites: dismissed.value, judgements: trial.judgements });
  const proofs = await allOk(
    decision.solutions.map(async (fate, index): Promise<Outcome<SolutionProof>> => {
      const proof = solutionProof(trial, index, standing);
      if (fate.kind !== 'keep') return ok(proof);
      const suite = trial.suites.findIndex(({ id }) => id === fate.suite);
      const mutation = await mutations.of(index, suite);
      return mutation.ok ? ok({ ...proof, ...(mutation.value && { mutation: mutation.value }) }) : mutation;
    }),
  );
  return proofs.ok ? ok(weighTask(decision, proofs.value, policy)) : proofs;
}
